//! The two ways to load a server.
//!
//! In a **closed** loop a connection sends its next request when it has the answer to the one
//! before: a server that pauses is asked less, so that the pause hides itself (coordinated
//! omission). It says how much a server can do. In an **open** loop requests are due at fixed
//! times, whether the server answers or not, and the time of an answer counts from when its
//! request was due.

use crate::client::{Client, Failure};
use hdrhistogram::Histogram;
use std::time::{Duration, Instant};

/// A loop that has ended.
pub struct Loop {
    /// From the first request to the last answer.
    pub elapsed: Duration,
    times: Histogram<u64>,
}

impl Loop {
    /// The answers a second.
    pub fn rate(&self) -> f64 {
        self.times.len() as f64 / self.elapsed.as_secs_f64()
    }

    pub fn count(&self) -> u64 {
        self.times.len()
    }

    /// The time within which that share of the answers came, nanoseconds, to three digits.
    pub fn quantile(&self, share: f64) -> u64 {
        self.times.value_at_quantile(share)
    }
}

/// Of times up to an hour, longer than any server is waited for.
fn histogram() -> Result<Histogram<u64>, Failure> {
    let hour_ns = 3_600_000_000_000;
    Histogram::new_with_bounds(1, hour_ns, 3).map_err(|error| Failure(error.to_string()))
}

fn record(times: &mut Histogram<u64>, time: Duration) {
    times.saturating_record(u64::try_from(time.as_nanos()).unwrap_or(u64::MAX));
}

/// When the requests of an open loop are due.
struct Schedule {
    start: Instant,
    interval_ns: f64,
}

impl Schedule {
    fn due(&self, number: u64) -> Instant {
        self.start + Duration::from_nanos((number as f64 * self.interval_ns) as u64)
    }
}

impl Client {
    /// Sends that many requests, each connection one after the other.
    pub fn closed(&mut self, requests: u64) -> Result<Loop, Failure> {
        let mut times = histogram()?;
        let start = Instant::now();
        let mut sent = 0;
        let mut done = 0;
        while sent < requests.min(self.connections() as u64) {
            self.send(sent as usize, sent, Instant::now())?;
            sent += 1;
        }
        let mut progress = start;
        while done < requests {
            for number in self.poll.wait(self.patience())? {
                if let Some(time) = self.receive(number)? {
                    record(&mut times, time);
                    done += 1;
                    progress = Instant::now();
                    if sent < requests {
                        self.send(number, sent, progress)?;
                        sent += 1;
                    }
                }
            }
            self.require_progress(progress)?;
        }
        Ok(Loop {
            elapsed: start.elapsed(),
            times,
        })
    }

    /// Sends that many requests at a fixed rate, in requests a second. One that is due while all connections are busy
    /// waits for the first that is free, and its time counts from when it was due.
    pub fn open(&mut self, requests: u64, rate: f64) -> Result<Loop, Failure> {
        let mut times = histogram()?;
        let mut free: Vec<usize> = (0..self.connections()).collect();
        let schedule = Schedule {
            start: Instant::now(),
            interval_ns: 1e9 / rate,
        };
        let (mut sent, mut done) = (0, 0);
        let mut progress = schedule.start;
        while done < requests {
            while sent < requests && schedule.due(sent) <= Instant::now() {
                let Some(number) = free.pop() else { break };
                if sent == done {
                    progress = Instant::now();
                }
                self.send(number, sent, schedule.due(sent))?;
                sent += 1;
            }
            let next = schedule.due(sent).saturating_duration_since(Instant::now());
            let waits = if sent < requests && !free.is_empty() {
                next
            } else {
                self.patience()
            };
            for number in self.poll.wait(waits)? {
                if let Some(time) = self.receive(number)? {
                    record(&mut times, time);
                    free.push(number);
                    done += 1;
                    progress = Instant::now();
                }
            }
            if sent > done {
                self.require_progress(progress)?;
            }
        }
        Ok(Loop {
            elapsed: schedule.start.elapsed(),
            times,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Loop, Schedule, histogram, record};
    use std::time::{Duration, Instant};

    #[test]
    fn requests_are_due_at_fixed_times() {
        let schedule = Schedule {
            start: Instant::now(),
            interval_ns: 1e9 / 3.0,
        };
        let due = |number| {
            schedule
                .due(number)
                .duration_since(schedule.start)
                .as_nanos()
        };
        assert_eq!(
            (due(0), due(1), due(2), due(3)),
            (0, 333_333_333, 666_666_666, 1_000_000_000)
        );
        // no error adds up
        assert_eq!(due(3_000_000), 1_000_000_000_000_000);
    }

    #[test]
    fn quantiles_are_by_nearest_rank_and_to_three_digits() {
        let mut times = histogram().expect("made");
        for ms in 1..=1000 {
            record(&mut times, Duration::from_millis(ms));
        }
        let ended = Loop {
            elapsed: Duration::from_secs(2),
            times,
        };
        assert_eq!((ended.count(), ended.rate()), (1000, 500.0));
        for (share, ms) in [(0.5, 500), (0.99, 990), (0.999, 999)] {
            let found = ended.quantile(share) as f64 / 1e6 / f64::from(ms);
            assert!((0.999..=1.001).contains(&found), "{share}: {found}");
        }
    }
}
