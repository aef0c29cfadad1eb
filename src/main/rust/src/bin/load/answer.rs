//! Answers of HTTP/1.1, read as they come in.

/// How the next answer of a connection stands.
#[derive(Debug, PartialEq)]
pub enum Read {
    /// More bytes are needed.
    Partly,
    /// It is there.
    Whole(Answer),
    /// It is none, with the reason.
    Wrong(String),
}

/// One answer.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    /// How many bytes it took on the wire.
    pub length: usize,
}

/// What the head of an answer says.
struct Head {
    status: u16,
    /// Where the body begins.
    length: usize,
    content_length: Option<usize>,
    chunked: bool,
    closes: bool,
}

/// Reads the answer that the bytes begin with.
pub fn read(bytes: &[u8]) -> Read {
    let Some(end) = find(bytes, b"\r\n\r\n") else {
        return Read::Partly;
    };
    let head = match head(&bytes[..end]) {
        Ok(head) => head,
        Err(wrong) => return Read::Wrong(wrong),
    };
    if head.closes {
        return Read::Wrong("it closes the connection behind an answer".to_owned());
    }
    let rest = &bytes[head.length..];
    if head.chunked {
        return chunked(&head, rest);
    }
    match head.content_length {
        None => Read::Wrong("an answer has no Content-Length and is not chunked".to_owned()),
        Some(length) if rest.len() < length => Read::Partly,
        Some(length) => Read::Whole(Answer {
            status: head.status,
            body: rest[..length].to_vec(),
            length: head.length + length,
        }),
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn head(bytes: &[u8]) -> Result<Head, String> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split("\r\n");
    let first = lines.next().unwrap_or_default();
    let status = first.strip_prefix("HTTP/1.1 ").and_then(|rest| {
        let digits = rest.get(..3)?;
        digits.parse().ok()
    });
    let Some(status) = status else {
        return Err(format!(
            "an answer begins with '{}', not with HTTP/1.1",
            first.escape_default()
        ));
    };
    let mut head = Head {
        status,
        length: bytes.len() + 4,
        content_length: None,
        chunked: false,
        closes: false,
    };
    for line in lines {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.trim();
        if name.eq_ignore_ascii_case("content-length") {
            let length = value
                .parse()
                .map_err(|_| format!("Content-Length is '{value}'"))?;
            head.content_length = Some(length);
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            head.chunked = value.eq_ignore_ascii_case("chunked");
        } else if name.eq_ignore_ascii_case("connection") {
            head.closes = value.eq_ignore_ascii_case("close");
        }
    }
    Ok(head)
}

fn chunked(head: &Head, bytes: &[u8]) -> Read {
    let mut body = Vec::new();
    let mut at = 0;
    loop {
        let Some(end) = find(&bytes[at..], b"\r\n") else {
            return Read::Partly;
        };
        let line = String::from_utf8_lossy(&bytes[at..at + end]);
        let digits = line.split(';').next().unwrap_or_default().trim();
        let Ok(size) = usize::from_str_radix(digits, 16) else {
            return Read::Wrong(format!("a chunk has the size '{}'", line.escape_default()));
        };
        at += end + 2;
        let Some(chunk) = at.checked_add(size + 2).and_then(|end| bytes.get(at..end)) else {
            return Read::Partly;
        };
        if !chunk.ends_with(b"\r\n") {
            return Read::Wrong("a chunk is longer than its size".to_owned());
        }
        body.extend_from_slice(&chunk[..size]);
        at += size + 2;
        if size == 0 {
            return Read::Whole(Answer {
                status: head.status,
                body,
                length: head.length + at,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Read, read};

    fn whole(bytes: &str) -> Answer {
        match read(bytes.as_bytes()) {
            Read::Whole(answer) => answer,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn reads_an_answer_of_known_length_and_no_more() {
        let bytes = "HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\n\r\nhelloHTTP/1.1";
        let answer = whole(bytes);
        assert_eq!(
            (answer.status, answer.body.as_slice()),
            (200, b"hello".as_slice())
        );
        assert_eq!(&bytes[answer.length..], "HTTP/1.1");
    }

    #[test]
    fn reads_chunks() {
        let bytes = "HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n";
        let answer = whole(bytes);
        assert_eq!(
            (answer.status, answer.body.as_slice()),
            (404, b"abc0123456789".as_slice())
        );
        assert_eq!(answer.length, bytes.len());
    }

    #[test]
    fn waits_for_every_byte() {
        for bytes in [
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        ] {
            for length in 0..bytes.len() {
                assert_eq!(read(&bytes.as_bytes()[..length]), Read::Partly, "{length}");
            }
        }
    }

    #[test]
    fn refuses_what_is_no_answer() {
        for (bytes, said) in [
            ("SSH-2.0\r\n\r\n", "begins with 'SSH-2.0'"),
            ("HTTP/1.0 200 OK\r\n\r\n", "begins with 'HTTP/1.0 200 OK'"),
            ("HTTP/1.1 200 OK\r\n\r\n", "no Content-Length"),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "Content-Length is '-1'",
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "closes",
            ),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "the size 'zz'",
            ),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
                "longer",
            ),
        ] {
            match read(bytes.as_bytes()) {
                Read::Wrong(wrong) => assert!(wrong.contains(said), "{wrong}"),
                other => panic!("{bytes}: {other:?}"),
            }
        }
    }
}
