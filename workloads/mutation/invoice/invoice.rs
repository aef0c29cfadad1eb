//! Adds up invoices, with amounts, quantities, rates and currencies that must not be mixed.

use std::fmt;
use std::io::Read;

#[cfg(test)]
mod tests;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Currency {
    Euro,
    Dollar,
    Yen,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Cents(i64);

#[derive(Clone, Copy, Debug, PartialEq)]
struct Percent(i64);

#[derive(Clone, Debug, PartialEq)]
struct Item {
    name: String,
    quantity: i64,
    price: Cents,
    discount: Percent,
}

struct Invoice {
    currency: Currency,
    items: Vec<Item>,
    tax: Percent,
}

impl fmt::Display for Cents {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

fn currency(word: &str) -> Option<Currency> {
    match word {
        "EUR" => Some(Currency::Euro),
        "USD" => Some(Currency::Dollar),
        "JPY" => Some(Currency::Yen),
        _ => None,
    }
}

fn code(currency: Currency) -> &'static str {
    match currency {
        Currency::Euro => "EUR",
        Currency::Dollar => "USD",
        Currency::Yen => "JPY",
    }
}

fn add(left: Cents, right: Cents) -> Cents {
    Cents(left.0 + right.0)
}

fn multiply(price: Cents, quantity: i64) -> Cents {
    Cents(price.0 * quantity)
}

fn share(amount: Cents, percent: Percent) -> Cents {
    Cents((amount.0 * percent.0 + 50) / 100)
}

fn less(amount: Cents, discount: Percent) -> Cents {
    let rest = amount.0 - share(amount, discount).0;
    if rest < 0 {
        return Cents(0);
    }
    Cents(rest)
}

fn whole(amount: Cents, currency: Currency) -> Cents {
    if currency == Currency::Yen {
        return Cents((amount.0 + 50) / 100 * 100);
    }
    amount
}

fn item(words: &[&str]) -> Result<Item, String> {
    if words.len() < 3 {
        return Err(format!("{} words", words.len()));
    }
    let quantity: i64 = words[1]
        .parse()
        .map_err(|_| format!("quantity {}", words[1]))?;
    let price: i64 = words[2]
        .parse()
        .map_err(|_| format!("price {}", words[2]))?;
    let mut discount = 0;
    if words.len() > 3 {
        discount = words[3]
            .parse()
            .map_err(|_| format!("discount {}", words[3]))?;
    }
    if quantity < 1 || price < 0 || discount > 100 {
        return Err(format!("{} out of range", words[0]));
    }
    Ok(Item {
        name: words[0].to_string(),
        quantity,
        price: Cents(price),
        discount: Percent(discount),
    })
}

impl Invoice {
    fn cost(&self, item: &Item) -> Cents {
        let full = multiply(item.price, item.quantity);
        less(full, item.discount)
    }

    fn net(&self) -> Cents {
        let mut net = Cents(0);
        for item in &self.items {
            net = add(net, self.cost(item));
        }
        net
    }

    fn total(&self) -> Cents {
        let net = self.net();
        whole(add(net, share(net, self.tax)), self.currency)
    }

    fn dearest(&self) -> Option<Item> {
        let mut dearest: Option<Item> = None;
        let mut most = 0;
        for item in &self.items {
            let cost = self.cost(item);
            if cost.0 > most {
                dearest = Some(item.clone());
                most = cost.0;
            }
        }
        dearest
    }

    fn count(&self) -> i64 {
        let mut count = 0;
        for item in &self.items {
            count += item.quantity;
        }
        count
    }
}

fn begin(words: &[&str]) -> Result<Invoice, String> {
    let Some(known) = currency(words[1]) else {
        return Err(format!("currency {}", words[1]));
    };
    let tax: i64 = words[2].parse().map_err(|_| format!("tax {}", words[2]))?;
    Ok(Invoice {
        currency: known,
        items: Vec::new(),
        tax: Percent(tax),
    })
}

fn finish(invoice: &Invoice) -> Vec<String> {
    let mut lines = vec![format!("{} {}", invoice.total(), code(invoice.currency))];
    if let Some(item) = invoice.dearest() {
        lines.push(format!("{} of {}", item.name, invoice.count()));
    }
    lines
}

fn main() {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("the input is text");
    let mut invoices: Vec<Invoice> = Vec::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let outcome = if words[0] == "invoice" {
            begin(&words).map(|invoice| invoices.push(invoice))
        } else {
            let last = invoices.last_mut().expect("an invoice comes first");
            item(&words).map(|item| last.items.push(item))
        };
        if let Err(error) = outcome {
            println!("error: {error}");
        }
    }
    for invoice in &invoices {
        for line in finish(invoice) {
            println!("{line}");
        }
    }
}
