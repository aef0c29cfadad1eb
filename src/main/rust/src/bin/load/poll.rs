//! Waiting for answers.

use crate::system::{Epoll, Timer};
use std::io;
use std::os::fd::AsRawFd;
use std::time::Duration;

const TIMER: u64 = u64::MAX;

/// Connections and a clock.
pub struct Poll {
    epoll: Epoll,
    timer: Timer,
    sleeps: bool,
    ready: Vec<u64>,
}

impl Poll {
    /// `sleeps`: whether the processor is given away until there is something to read. Otherwise
    /// it keeps looking: to wake it up would take the server longer than many an answer.
    pub fn new(sleeps: bool) -> io::Result<Poll> {
        let poll = Poll {
            epoll: Epoll::new()?,
            timer: Timer::new()?,
            sleeps,
            ready: Vec::new(),
        };
        poll.epoll.add(&poll.timer, TIMER)?;
        Ok(poll)
    }

    pub fn add(&self, file: &impl AsRawFd, number: u64) -> io::Result<()> {
        self.epoll.add(file, number)
    }

    /// The connections with something to read: of a poll that sleeps, none only when that time has
    /// passed without any.
    pub fn wait(&mut self, most: Duration) -> io::Result<Vec<usize>> {
        if self.sleeps {
            self.timer.ring_after(most)?;
        }
        let most_ms = if self.sleeps { -1 } else { 0 };
        self.epoll.wait(most_ms, &mut self.ready)?;
        let numbers = self.ready.iter().filter(|&&number| number != TIMER);
        Ok(numbers.map(|&number| number as usize).collect())
    }
}
