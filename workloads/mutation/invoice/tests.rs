use super::*;

fn invoice(currency: Currency) -> Invoice {
    let items = vec![
        item(&["pen", "3", "150"]).unwrap(),
        item(&["desk", "1", "20000", "10"]).unwrap(),
    ];
    Invoice {
        currency,
        items,
        tax: Percent(19),
    }
}

#[test]
fn reads_items() {
    let pen = item(&["pen", "3", "150", "5"]).unwrap();
    assert_eq!(pen.price, Cents(150));
    assert_eq!(pen.quantity, 3);
    assert_eq!(pen.discount, Percent(5));
    assert!(item(&["pen", "3"]).is_err());
    assert!(item(&["pen", "0", "150"]).is_err());
    assert!(item(&["pen", "three", "150"]).is_err());
    assert!(item(&["pen", "3", "150", "101"]).is_err());
}

#[test]
fn computes_amounts() {
    assert_eq!(add(Cents(1), Cents(2)), Cents(3));
    assert_eq!(multiply(Cents(150), 3), Cents(450));
    assert_eq!(share(Cents(150), Percent(19)), Cents(29));
    assert_eq!(less(Cents(200), Percent(25)), Cents(150));
    assert_eq!(whole(Cents(149), Currency::Yen), Cents(100));
    assert_eq!(whole(Cents(149), Currency::Euro), Cents(149));
    assert_eq!(Cents(1205).to_string(), "12.05");
}

#[test]
fn adds_up() {
    let euro = invoice(Currency::Euro);
    assert_eq!(euro.net(), Cents(18450));
    assert_eq!(euro.total(), Cents(21956));
    assert_eq!(euro.dearest().unwrap().name, "desk");
    assert_eq!(euro.count(), 4);
    assert_eq!(currency("EUR"), Some(Currency::Euro));
    assert_eq!(currency("GBP"), None);
    assert_eq!(code(Currency::Dollar), "USD");
}
