//! Keeps accounts and moves money between them.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;

#[cfg(test)]
mod tests;

#[derive(Debug, PartialEq)]
enum BankError {
    Unknown(String),
    Short(i64),
    Invalid(String),
}

impl fmt::Display for BankError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            BankError::Unknown(name) => write!(out, "no account of {name}"),
            BankError::Short(amount) => write!(out, "{amount} short"),
            BankError::Invalid(what) => write!(out, "invalid {what}"),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Account {
    balance: i64,
    limit: i64,
    history: Vec<i64>,
}

#[derive(Default)]
struct Bank {
    accounts: BTreeMap<String, Account>,
}

impl Account {
    fn available(&self) -> i64 {
        self.balance + self.limit
    }

    fn book(&mut self, amount: i64) {
        self.balance += amount;
        self.history.push(amount);
    }

    fn largest(&self) -> i64 {
        let mut largest = 0;
        for i in 0..self.history.len() {
            if self.history[i] > largest {
                largest = self.history[i];
            }
        }
        largest
    }
}

impl Bank {
    fn open(&mut self, name: &str, limit: i64) {
        let account = Account {
            balance: 0,
            limit,
            history: Vec::new(),
        };
        self.accounts.insert(name.to_string(), account);
    }

    fn find(&mut self, name: &str) -> Result<&mut Account, BankError> {
        let Some(account) = self.accounts.get_mut(name) else {
            return Err(BankError::Unknown(name.to_string()));
        };
        Ok(account)
    }

    fn deposit(&mut self, name: &str, amount: i64) -> Result<i64, BankError> {
        if amount <= 0 {
            return Err(BankError::Invalid("amount".to_string()));
        }
        let account = self.find(name)?;
        account.book(amount);
        Ok(account.balance)
    }

    fn withdraw(&mut self, name: &str, amount: i64) -> Result<i64, BankError> {
        let account = self.find(name)?;
        if amount > account.available() {
            return Err(BankError::Short(amount - account.available()));
        }
        account.book(-amount);
        Ok(account.balance)
    }

    fn transfer(&mut self, source: &str, target: &str, amount: i64) -> Result<(), BankError> {
        self.find(target)?;
        self.withdraw(source, amount)?;
        self.deposit(target, amount)?;
        Ok(())
    }

    fn interest(&mut self, percent: i64) -> i64 {
        let mut paid = 0;
        for account in self.accounts.values_mut() {
            let amount = account.balance * percent / 100;
            if amount > 0 && account.limit == 0 {
                account.book(amount);
                paid += amount;
            }
        }
        paid
    }
}

fn parse_amount(word: &str) -> Result<i64, BankError> {
    word.parse()
        .map_err(|_| BankError::Invalid(word.to_string()))
}

fn execute(bank: &mut Bank, line: &str) -> Result<String, BankError> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words[0] {
        "open" => {
            let limit = parse_amount(words[2])?;
            bank.open(words[1], limit);
            Ok(format!("opened {}", words[1]))
        }
        "deposit" => {
            let amount = parse_amount(words[2])?;
            let balance = bank.deposit(words[1], amount)?;
            Ok(format!("{} has {balance}", words[1]))
        }
        "transfer" => {
            let amount = parse_amount(words[3])?;
            bank.transfer(words[1], words[2], amount)?;
            Ok(format!("moved {amount}"))
        }
        "interest" => {
            let percent = parse_amount(words[1])?;
            Ok(format!("paid {}", bank.interest(percent)))
        }
        _ => Err(BankError::Invalid(words[0].to_string())),
    }
}

fn main() {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("the input is text");
    let mut bank = Bank::default();
    for line in text.lines() {
        match execute(&mut bank, line) {
            Ok(message) => println!("{message}"),
            Err(error) => println!("error: {error}"),
        }
    }
    for (name, account) in &bank.accounts {
        println!("{name} {} {}", account.balance, account.largest());
    }
}
