use super::*;

fn machine() -> Machine {
    Machine::new(tickets())
}

#[test]
fn reads_inputs() {
    assert_eq!(parse("coin 50"), Some(Input::Coin(50)));
    assert_eq!(parse("choose 2"), Some(Input::Choose(2)));
    assert_eq!(parse("key"), Some(Input::Key));
    assert_eq!(parse("coin x"), None);
    assert_eq!(parse("kick"), None);
}

#[test]
fn sells() {
    let mut machine = machine();
    assert_eq!(machine.step(Input::Coin(200)), "credit 200");
    assert_eq!(machine.step(Input::Choose(1)), "50 more");
    assert_eq!(machine.step(Input::Coin(100)), "credit 300");
    assert_eq!(machine.step(Input::Choose(1)), "single and 50");
    assert_eq!(machine.income, 250);
    assert_eq!(machine.tickets[0].left, 1);
    assert_eq!(machine.state, State::Idle);
    assert_eq!(machine.visits(State::Paying), 2);
}

#[test]
fn refuses() {
    let mut machine = machine();
    assert_eq!(machine.step(Input::Choose(1)), "pay first");
    assert_eq!(machine.step(Input::Coin(3)), "returned 3");
    machine.step(Input::Coin(50));
    assert_eq!(machine.step(Input::Choose(3)), "no such ticket");
    assert_eq!(machine.step(Input::Choose(0)), "no such ticket");
    assert_eq!(machine.step(Input::Cancel), "returned 50");
    assert_eq!(machine.step(Input::Key), "locked");
    assert_eq!(machine.step(Input::Coin(50)), "returned 50");
}
