use super::*;

#[test]
fn splits_into_tokens() {
    let tokens = vec![Token::Number(12), Token::Sign('+'), Token::Number(3)];
    assert_eq!(tokenize("12 + 3"), Ok(tokens));
    assert_eq!(tokenize(" "), Ok(vec![]));
    assert!(tokenize("12 $").is_err());
}

#[test]
fn computes() {
    assert_eq!(evaluate("1 + 2 * 3"), Ok(7));
    assert_eq!(evaluate("(1 + 2) * 3"), Ok(9));
    assert_eq!(evaluate("10 - 4 - 3"), Ok(3));
    assert_eq!(evaluate("2 ** 5"), Ok(32));
    assert_eq!(evaluate("7 / 2 - -1"), Ok(4));
}

#[test]
fn tells_errors() {
    assert!(evaluate("1 / 0").is_err());
    assert!(evaluate("(1").is_err());
    assert!(evaluate("1 2").is_err());
    assert!(evaluate("").is_err());
    assert!(evaluate("*").is_err());
}
