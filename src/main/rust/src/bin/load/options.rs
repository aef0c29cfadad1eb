//! What the client is asked for.

use std::time::Duration;

pub const USAGE: &str = "usage: load --requests=N --connections=C (--share=S | --rate=R) \
    --request='GET /PATH' [--request=..] [--idle=N] [--patience-ms=N] \
    [--find-port] [--body-lines] [--any-body] -- PROGRAM [ARGUMENT ..]";

/// A server and how it is loaded.
pub struct Options {
    /// How many requests each of the two loops sends.
    pub requests: u64,
    /// How many connections they are sent over.
    pub connections: usize,
    /// The rate of the open loop as a share of what the closed loop has reached.
    pub share: f64,
    /// That rate in requests a second; it stands in the place of the share.
    pub rate: Option<f64>,
    /// The paths that are asked for, in turns.
    pub paths: Vec<String>,
    /// How many more connections stay open without a load.
    pub idle: usize,
    /// How long a server may take to do the next thing.
    pub patience: Duration,
    /// Whether the server says nothing of its port: it is offered one, and looked for.
    pub find_port: bool,
    /// Whether each body is printed as one line.
    pub body_lines: bool,
    /// Whether answers to the same request may have different bodies.
    pub any_body: bool,
    /// The server and its arguments.
    pub program: Vec<String>,
}

impl Options {
    /// Reads the arguments; the error says what is wrong with them.
    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Options, String> {
        let mut options = Options {
            requests: 0,
            connections: 0,
            share: 0.0,
            rate: None,
            paths: Vec::new(),
            idle: 0,
            patience: Duration::from_secs(30),
            find_port: false,
            body_lines: false,
            any_body: false,
            program: Vec::new(),
        };
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            if argument == "--" {
                options.program = arguments.by_ref().collect();
                break;
            }
            let (name, value) = argument.split_once('=').unwrap_or((&argument, ""));
            let wrong = || format!("'{value}' is not a value of {name}");
            match name {
                "--requests" => options.requests = value.parse().map_err(|_| wrong())?,
                "--connections" => options.connections = value.parse().map_err(|_| wrong())?,
                "--share" => options.share = value.parse().map_err(|_| wrong())?,
                "--rate" => options.rate = Some(value.parse().map_err(|_| wrong())?),
                "--idle" => options.idle = value.parse().map_err(|_| wrong())?,
                "--patience-ms" => {
                    options.patience = Duration::from_millis(value.parse().map_err(|_| wrong())?);
                }
                "--find-port" => options.find_port = true,
                "--body-lines" => options.body_lines = true,
                "--any-body" => options.any_body = true,
                "--request" => options.paths.push(path(value).ok_or_else(wrong)?),
                _ => return Err(format!("'{argument}' is not an option")),
            }
        }
        options.checked()
    }

    fn checked(self) -> Result<Options, String> {
        let rate = self.rate.unwrap_or(self.share);
        if self.requests == 0 || self.connections == 0 {
            return Err("at least one request and one connection are needed".to_owned());
        }
        if !(rate.is_finite() && rate > 0.0) {
            return Err("the open loop needs a share or a rate above zero".to_owned());
        }
        if self.paths.is_empty() || self.program.is_empty() {
            return Err("a request and a program are needed".to_owned());
        }
        Ok(self)
    }
}

/// The path of a request line without its version.
fn path(request: &str) -> Option<String> {
    let path = request.strip_prefix("GET ")?;
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic());
    (path.starts_with('/') && plain).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(line.split('|').map(str::to_owned))
    }

    #[test]
    fn takes_what_stands_behind_two_dashes_for_the_server() {
        let line =
            "--requests=10|--connections=2|--share=0.5|--request=GET /a?b=c|--|/bin/x|--rate=1";
        let options = parse(line).expect("right");
        assert_eq!(options.program, ["/bin/x", "--rate=1"]);
        assert_eq!(options.paths, ["/a?b=c"]);
        assert_eq!((options.requests, options.connections), (10, 2));
        assert_eq!(options.rate, None);
    }

    #[test]
    fn says_what_is_wrong() {
        for (line, said) in [
            ("--requests=many", "'many' is not a value of --requests"),
            ("--loud", "'--loud' is not an option"),
            ("--request=POST /", "'POST /' is not a value of --request"),
            (
                "--request=GET /a b",
                "'GET /a b' is not a value of --request",
            ),
            ("--requests=1|--connections=1|--rate=0", "above zero"),
            ("--requests=1|--connections=1|--share=NaN", "above zero"),
            (
                "--requests=1|--connections=1|--rate=5",
                "a request and a program",
            ),
            ("--requests=0|--connections=1", "at least one request"),
        ] {
            let wrong = parse(line).err().expect(line);
            assert!(wrong.contains(said), "{wrong}");
        }
    }
}
