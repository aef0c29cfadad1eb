//! Computes arithmetic expressions, one a line.

use std::io::Read;

#[cfg(test)]
mod tests;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    Number(i64),
    Sign(char),
}

struct Parser {
    tokens: Vec<Token>,
    position: usize,
}

fn is_sign(letter: char) -> bool {
    "+-*/()".contains(letter)
}

fn number_end(letters: &[char], start: usize) -> usize {
    let mut end = start;
    while end < letters.len() && letters[end].is_ascii_digit() {
        end += 1;
    }
    end
}

fn tokenize(text: &str) -> Result<Vec<Token>, String> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut i = 0;
    while i < letters.len() {
        let letter = letters[i];
        if letter == ' ' {
            i += 1;
            continue;
        }
        if is_sign(letter) {
            tokens.push(Token::Sign(letter));
            i += 1;
            continue;
        }
        let end = number_end(&letters, i);
        if end == i {
            return Err(format!("unexpected {letter}"));
        }
        let digits: String = letters[i..end].iter().collect();
        let number = digits.parse().map_err(|_| format!("too large: {digits}"))?;
        tokens.push(Token::Number(number));
        i = end;
    }
    Ok(tokens)
}

fn divide(left: i64, right: i64) -> Result<i64, String> {
    if right == 0 {
        return Err("division by zero".to_string());
    }
    Ok(left / right)
}

fn power(base: i64, exponent: i64) -> i64 {
    let mut result = 1;
    for _ in 0..exponent {
        result *= base;
    }
    result
}

impl Parser {
    fn peek(&self) -> Option<Token> {
        if self.position < self.tokens.len() {
            return Some(self.tokens[self.position]);
        }
        None
    }

    fn accept(&mut self, sign: char) -> bool {
        if self.peek() == Some(Token::Sign(sign)) {
            self.position += 1;
            return true;
        }
        false
    }

    fn expect(&mut self, sign: char) -> Result<(), String> {
        if !self.accept(sign) {
            return Err(format!("missing {sign}"));
        }
        Ok(())
    }

    fn factor(&mut self) -> Result<i64, String> {
        if self.accept('(') {
            let value = self.sum()?;
            self.expect(')')?;
            return Ok(value);
        }
        if self.accept('-') {
            return Ok(-self.factor()?);
        }
        let Some(token) = self.peek() else {
            return Err("unexpected end".to_string());
        };
        self.position += 1;
        match token {
            Token::Number(number) => Ok(number),
            Token::Sign(sign) => Err(format!("unexpected {sign}")),
        }
    }

    fn product(&mut self) -> Result<i64, String> {
        let mut value = self.factor()?;
        loop {
            if self.accept('*') {
                if self.accept('*') {
                    value = power(value, self.factor()?);
                } else {
                    value *= self.factor()?;
                }
            } else if self.accept('/') {
                value = divide(value, self.factor()?)?;
            } else {
                break;
            }
        }
        Ok(value)
    }

    fn sum(&mut self) -> Result<i64, String> {
        let mut value = self.product()?;
        loop {
            if self.accept('+') {
                value += self.product()?;
            } else if self.accept('-') {
                value -= self.product()?;
            } else {
                break;
            }
        }
        Ok(value)
    }
}

fn evaluate(text: &str) -> Result<i64, String> {
    let tokens = tokenize(text)?;
    let mut parser = Parser {
        tokens,
        position: 0,
    };
    let value = parser.sum()?;
    if parser.peek().is_some() {
        return Err("too many words".to_string());
    }
    Ok(value)
}

fn main() {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("the input is text");
    for line in text.lines() {
        match evaluate(line) {
            Ok(value) => println!("{value}"),
            Err(error) => println!("error: {error}"),
        }
    }
}
