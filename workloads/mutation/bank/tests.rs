use super::*;

fn bank() -> Bank {
    let mut bank = Bank::default();
    bank.open("ann", 0);
    bank.open("bob", 50);
    bank
}

#[test]
fn deposits_and_withdraws() {
    let mut bank = bank();
    assert_eq!(bank.deposit("ann", 100), Ok(100));
    assert_eq!(bank.withdraw("ann", 30), Ok(70));
    assert_eq!(bank.withdraw("ann", 71), Err(BankError::Short(1)));
    assert_eq!(bank.withdraw("bob", 50), Ok(-50));
    assert_eq!(
        bank.deposit("ann", 0),
        Err(BankError::Invalid("amount".to_string()))
    );
    assert_eq!(
        bank.deposit("eve", 1),
        Err(BankError::Unknown("eve".to_string()))
    );
}

#[test]
fn transfers() {
    let mut bank = bank();
    bank.deposit("ann", 100).unwrap();
    assert!(bank.transfer("ann", "bob", 40).is_ok());
    assert!(bank.transfer("ann", "eve", 40).is_err());
    assert!(bank.transfer("ann", "bob", 400).is_err());
    assert_eq!(bank.find("ann").unwrap().balance, 60);
    assert_eq!(bank.find("bob").unwrap().history, [40]);
    assert_eq!(bank.find("ann").unwrap().largest(), 100);
}

#[test]
fn pays_interest() {
    let mut bank = bank();
    bank.deposit("ann", 200).unwrap();
    bank.deposit("bob", 200).unwrap();
    assert_eq!(bank.interest(5), 10);
    assert_eq!(bank.find("ann").unwrap().balance, 210);
}
