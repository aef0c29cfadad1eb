//! Keeps the stock of a shop from a list of events.

use std::collections::BTreeMap;
use std::io::Read;

#[cfg(test)]
mod tests;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Received,
    Sold,
    Returned,
    Counted,
}

#[derive(Clone, Debug, PartialEq)]
struct Event {
    kind: Kind,
    item: String,
    amount: i64,
}

type Stock = BTreeMap<String, i64>;

fn parse_kind(word: &str) -> Result<Kind, String> {
    match word {
        "received" => Ok(Kind::Received),
        "sold" => Ok(Kind::Sold),
        "returned" => Ok(Kind::Returned),
        "counted" => Ok(Kind::Counted),
        _ => Err(format!("unknown event {word}")),
    }
}

fn parse_amount(word: &str) -> Option<i64> {
    let amount: i64 = word.parse().ok()?;
    if amount < 0 {
        return None;
    }
    Some(amount)
}

fn parse_event(line: &str) -> Result<Event, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() != 3 {
        return Err(format!("not an event: {line}"));
    }
    let kind = parse_kind(words[0])?;
    let Some(amount) = parse_amount(words[2]) else {
        return Err(format!("not an amount: {line}"));
    };
    Ok(Event {
        kind,
        item: words[1].to_string(),
        amount,
    })
}

fn change(event: &Event, before: i64) -> i64 {
    match event.kind {
        Kind::Received => event.amount,
        Kind::Sold => -event.amount,
        Kind::Returned => event.amount,
        Kind::Counted => event.amount - before,
    }
}

fn apply(stock: &mut Stock, event: &Event) -> Result<(), String> {
    let before = stock.get(&event.item).copied().unwrap_or(0);
    let after = before + change(event, before);
    if after < 0 {
        return Err(format!(
            "{} {} short of {}",
            event.item, -after, event.amount
        ));
    }
    stock.insert(event.item.clone(), after);
    Ok(())
}

fn total(stock: &Stock) -> i64 {
    let mut sum = 0;
    for amount in stock.values() {
        sum += amount;
    }
    sum
}

fn largest(stock: &Stock) -> Option<String> {
    let mut best = None;
    let mut most = 0;
    for (item, amount) in stock {
        if *amount > most {
            best = Some(item.clone());
            most = *amount;
        }
    }
    best
}

fn forecast(stock: &Stock, events: &[Event]) -> Result<i64, String> {
    let mut future = stock.clone();
    for event in events {
        apply(&mut future, event)?;
    }
    Ok(total(&future) - total(stock))
}

fn report(text: &str) -> Vec<String> {
    let mut stock = Stock::new();
    let mut lines = Vec::new();
    let mut accepted = Vec::new();
    for line in text.lines() {
        let outcome = parse_event(line).and_then(|event| {
            apply(&mut stock, &event)?;
            Ok(event)
        });
        match outcome {
            Ok(event) => accepted.push(event),
            Err(error) => lines.push(format!("error: {error}")),
        }
    }
    for (item, amount) in &stock {
        lines.push(format!("{item} {amount}"));
    }
    lines.push(format!(
        "total {} after {} events",
        total(&stock),
        accepted.len()
    ));
    match largest(&stock) {
        Some(item) => lines.push(format!("most {item}")),
        None => lines.push("empty".to_string()),
    }
    match forecast(&stock, &accepted) {
        Ok(more) => lines.push(format!("again {more}")),
        Err(error) => lines.push(format!("again: {error}")),
    }
    lines
}

fn main() {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("the input is text");
    for line in report(&text) {
        println!("{line}");
    }
}
