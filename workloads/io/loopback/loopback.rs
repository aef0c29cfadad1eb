//! Loopback: requests over T connections to this very machine, one after the other on each; a thread
//! for each connection answers them.
use std::env;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::ops::Range;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

/// Bytes of a request, and of its answer.
const SIZE: usize = 64;

/// Answers one connection with what it sends, until it is closed.
fn serve(listener: &TcpListener) -> io::Result<()> {
    let (mut connection, _) = listener.accept()?;
    connection.set_nodelay(true)?;
    let mut message = [0; SIZE];
    while filled(&mut connection, &mut message)? {
        connection.write_all(&message)?;
    }
    Ok(())
}

/// Whether there was one more message before the connection was closed.
fn filled(connection: &mut TcpStream, message: &mut [u8; SIZE]) -> io::Result<bool> {
    match connection.read_exact(message) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// The sum of the answers to the numbers, each number multiplied by 31 and plus 1.
fn request(address: SocketAddr, numbers: Range<u64>) -> io::Result<u32> {
    let mut connection = TcpStream::connect(address)?;
    connection.set_nodelay(true)?;
    let mut message = [0; SIZE];
    let mut sum = 0u32;
    for number in numbers {
        message[..4].copy_from_slice(&(number as u32).to_le_bytes());
        connection.write_all(&message)?;
        connection.read_exact(&mut message)?;
        let answer = u32::from_le_bytes([message[0], message[1], message[2], message[3]]);
        sum = sum.wrapping_add(answer.wrapping_mul(31).wrapping_add(1));
    }
    Ok(sum)
}

/// The sum of all answers; the numbers are divided among the connections.
fn run(listener: &TcpListener, total: u64, connections: u64) -> io::Result<u32> {
    let address = listener.local_addr()?;
    thread::scope(|scope| {
        let servers: Vec<_> = (0..connections)
            .map(|_| scope.spawn(|| serve(listener)))
            .collect();
        let clients: Vec<_> = (0..connections)
            .map(|t| {
                let numbers = total * t / connections..total * (t + 1) / connections;
                scope.spawn(move || request(address, numbers))
            })
            .collect();
        let mut sum = 0u32;
        for client in clients {
            sum = sum.wrapping_add(client.join().expect("a client panicked")?);
        }
        for server in servers {
            server.join().expect("a server panicked")?;
        }
        Ok(sum)
    })
}

/// The size, and the number of connections.
fn arguments() -> Option<(u64, u64)> {
    let mut arguments = env::args().skip(1);
    let total = arguments.next()?.parse().ok().filter(|&total| total > 0)?;
    let connections = match arguments.next() {
        Some(text) => text.parse().ok().filter(|&connections| connections > 0)?,
        None => 1,
    };
    arguments.next().is_none().then_some((total, connections))
}

fn main() -> ExitCode {
    let Some((total, connections)) = arguments() else {
        eprintln!("usage: loopback <requests> [connections]");
        return ExitCode::from(2);
    };
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, 0)) {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("loopback: {error}");
            return ExitCode::FAILURE;
        }
    };
    let start = Instant::now();
    let sum = run(&listener, total, connections);
    let elapsed = start.elapsed();
    match sum {
        Ok(sum) => println!("{sum}"),
        Err(error) => {
            eprintln!("loopback: {error}");
            return ExitCode::FAILURE;
        }
    }
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
