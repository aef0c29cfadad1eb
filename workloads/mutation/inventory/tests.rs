use super::*;

fn event(kind: Kind, item: &str, amount: i64) -> Event {
    Event {
        kind,
        item: item.to_string(),
        amount,
    }
}

fn stock(items: &[(&str, i64)]) -> Stock {
    items
        .iter()
        .map(|(item, amount)| (item.to_string(), *amount))
        .collect()
}

#[test]
fn reads_events() {
    assert_eq!(
        parse_event("received nuts 5"),
        Ok(event(Kind::Received, "nuts", 5))
    );
    assert_eq!(
        parse_event("counted nuts 0"),
        Ok(event(Kind::Counted, "nuts", 0))
    );
    assert!(parse_event("received nuts").is_err());
    assert!(parse_event("stolen nuts 5").is_err());
    assert!(parse_event("sold nuts -5").is_err());
    assert!(parse_event("sold nuts many").is_err());
}

#[test]
fn changes_the_stock() {
    let mut shop = stock(&[("nuts", 5)]);
    assert!(apply(&mut shop, &event(Kind::Sold, "nuts", 3)).is_ok());
    assert!(apply(&mut shop, &event(Kind::Received, "bolts", 4)).is_ok());
    assert!(apply(&mut shop, &event(Kind::Counted, "bolts", 9)).is_ok());
    assert_eq!(shop, stock(&[("bolts", 9), ("nuts", 2)]));
}

#[test]
fn sells_no_more_than_there_is() {
    let mut shop = stock(&[("nuts", 5)]);
    assert!(apply(&mut shop, &event(Kind::Sold, "nuts", 6)).is_err());
    assert!(apply(&mut shop, &event(Kind::Sold, "nuts", 5)).is_ok());
}

#[test]
fn sums_up() {
    assert_eq!(total(&stock(&[("bolts", 9), ("nuts", 2)])), 11);
    assert_eq!(
        largest(&stock(&[("bolts", 9), ("nuts", 12)])),
        Some("nuts".to_string())
    );
    assert_eq!(largest(&stock(&[])), None);
}
