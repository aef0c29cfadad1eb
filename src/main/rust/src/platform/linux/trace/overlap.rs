//! The largest sum of the peaks of those that were alive together, when a peak is known only at
//! the death.
//!
//! Between two births among those that still live, all moments will gain the same peaks in the
//! future; so of each such stretch only the best moment is kept, with the sum of the peaks of its
//! dead. A death adds to all stretches since the birth and joins the two stretches that the birth
//! parted. So no more is kept than there are living.

/// Names one that is born, in the order of births.
pub type Key = u64;

/// A sum over those alive together.
#[derive(Debug, Default)]
pub struct Overlap {
    /// In the order of births; each begins a stretch of time.
    living: Vec<Stretch>,
    /// The best moment before all who live now.
    largest: u64,
}

#[derive(Debug)]
struct Stretch {
    key: Key,
    /// The largest sum of the peaks of the dead, over its moments.
    dead: u64,
}

impl Overlap {
    /// One is born; its key is larger than all before.
    pub fn born(&mut self, key: Key) {
        self.living.push(Stretch { key, dead: 0 });
    }

    /// One dies, and its peak becomes known.
    pub fn died(&mut self, key: Key, peak: u64) {
        let Ok(at) = self.living.binary_search_by_key(&key, |one| one.key) else {
            return;
        };
        for stretch in &mut self.living[at..] {
            stretch.dead += peak;
        }
        let joined = self.living.remove(at).dead;
        let before = match at {
            0 => &mut self.largest,
            _ => &mut self.living[at - 1].dead,
        };
        *before = joined.max(*before);
    }

    /// The largest sum, once nobody lives any more.
    pub fn largest(&self) -> u64 {
        self.largest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_after_one_another_do_not_add_up() {
        let mut overlap = Overlap::default();
        for (key, peak) in [(1, 10), (2, 30), (3, 20)] {
            overlap.born(key);
            overlap.died(key, peak);
        }
        assert_eq!(overlap.largest(), 30);
    }

    #[test]
    fn those_alive_together_do() {
        let mut overlap = Overlap::default();
        overlap.born(1);
        overlap.born(2);
        overlap.died(2, 5);
        overlap.born(3);
        overlap.died(1, 10);
        overlap.born(4);
        overlap.died(3, 7);
        overlap.died(4, 9);
        // 1 with 2 is 15, 1 with 3 is 17, 3 with 4 is 16.
        assert_eq!(overlap.largest(), 17);
    }

    /// Every order of births and deaths against the definition: the sum at each moment, with
    /// hindsight.
    #[test]
    fn it_agrees_with_hindsight() {
        let mut state = 1u64;
        let mut random = move |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        };
        for _ in 0..500 {
            let mut overlap = Overlap::default();
            let mut peaks = Vec::new();
            let mut living: Vec<u64> = Vec::new();
            let mut moments: Vec<Vec<u64>> = Vec::new();
            for _ in 0..40 {
                if living.is_empty() || random(2) == 0 {
                    let key = peaks.len() as u64;
                    peaks.push(random(100));
                    overlap.born(key);
                    living.push(key);
                } else {
                    let key = living.swap_remove(random(living.len() as u64) as usize);
                    overlap.died(key, peaks[key as usize]);
                }
                moments.push(living.clone());
            }
            for key in living {
                overlap.died(key, peaks[key as usize]);
            }
            let sum = |alive: &Vec<u64>| alive.iter().map(|&key| peaks[key as usize]).sum();
            let expected: u64 = moments.iter().map(sum).max().expect("moments");
            assert_eq!(overlap.largest(), expected);
        }
    }
}
