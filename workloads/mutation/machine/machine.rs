//! A machine that sells tickets: coins and buttons in, tickets and change out.

use std::io::Read;

#[cfg(test)]
mod tests;

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Idle,
    Paying,
    Locked,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Input {
    Coin(i64),
    Choose(usize),
    Cancel,
    Key,
}

#[derive(Clone, Debug, PartialEq)]
struct Ticket {
    name: String,
    price: i64,
    left: i64,
}

struct Machine {
    state: State,
    credit: i64,
    income: i64,
    tickets: Vec<Ticket>,
    log: Vec<State>,
}

fn parse(line: &str) -> Option<Input> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words[0] {
        "coin" => Some(Input::Coin(words[1].parse().ok()?)),
        "choose" => Some(Input::Choose(words[1].parse().ok()?)),
        "cancel" => Some(Input::Cancel),
        "key" => Some(Input::Key),
        _ => None,
    }
}

fn is_coin(value: i64) -> bool {
    value == 50 || value == 100 || value == 200
}

fn name(state: State) -> &'static str {
    match state {
        State::Idle => "idle",
        State::Paying => "paying",
        State::Locked => "locked",
    }
}

fn tickets() -> Vec<Ticket> {
    vec![
        Ticket {
            name: "single".to_string(),
            price: 250,
            left: 2,
        },
        Ticket {
            name: "day".to_string(),
            price: 700,
            left: 1,
        },
    ]
}

impl Machine {
    fn new(tickets: Vec<Ticket>) -> Machine {
        Machine {
            state: State::Idle,
            credit: 0,
            income: 0,
            tickets,
            log: Vec::new(),
        }
    }

    fn enter(&mut self, state: State) {
        self.log.push(self.state);
        self.state = state;
    }

    fn coin(&mut self, value: i64) -> String {
        if self.state == State::Locked || !is_coin(value) {
            return format!("returned {value}");
        }
        self.credit += value;
        self.enter(State::Paying);
        format!("credit {}", self.credit)
    }

    fn ticket(&self, number: usize) -> Option<Ticket> {
        if number < 1 || number > self.tickets.len() {
            return None;
        }
        Some(self.tickets[number - 1].clone())
    }

    fn choose(&mut self, number: usize) -> String {
        if self.state != State::Paying {
            return "pay first".to_string();
        }
        let Some(mut ticket) = self.ticket(number) else {
            return "no such ticket".to_string();
        };
        if ticket.left == 0 {
            return format!("no {} left", ticket.name);
        }
        if self.credit < ticket.price {
            return format!("{} more", ticket.price - self.credit);
        }
        let change = self.credit - ticket.price;
        self.income += ticket.price;
        self.credit = 0;
        ticket.left -= 1;
        let text = format!("{} and {change}", ticket.name);
        self.tickets[number - 1] = ticket;
        self.enter(State::Idle);
        text
    }

    fn cancel(&mut self) -> String {
        let back = self.credit;
        self.credit = 0;
        if self.state == State::Paying {
            self.enter(State::Idle);
        }
        format!("returned {back}")
    }

    fn turn(&mut self) -> String {
        if self.state == State::Locked {
            self.enter(State::Idle);
        } else {
            self.enter(State::Locked);
        }
        name(self.state).to_string()
    }

    fn step(&mut self, input: Input) -> String {
        match input {
            Input::Coin(value) => self.coin(value),
            Input::Choose(number) => self.choose(number),
            Input::Cancel => self.cancel(),
            Input::Key => self.turn(),
        }
    }

    fn visits(&self, state: State) -> usize {
        let mut visits = 0;
        for past in &self.log {
            if *past == state {
                visits += 1;
            }
        }
        visits
    }
}

fn main() {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("the input is text");
    let mut machine = Machine::new(tickets());
    for line in text.lines() {
        match parse(line) {
            Some(input) => println!("{}", machine.step(input)),
            None => println!("error: {line}"),
        }
    }
    println!("{} {}", name(machine.state), machine.income);
    println!(
        "{} {}",
        machine.visits(State::Idle),
        machine.visits(State::Paying)
    );
}
