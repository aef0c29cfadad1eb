//! Finds ways and orders in a graph of roads.

use std::collections::{BTreeMap, VecDeque};
use std::io::Read;

#[cfg(test)]
mod tests;

#[derive(Clone, Debug, PartialEq)]
struct Edge {
    source: usize,
    target: usize,
    length: i64,
}

#[derive(Default)]
struct Graph {
    names: Vec<String>,
    edges: Vec<Edge>,
}

impl Graph {
    fn index(&self, name: &str) -> Option<usize> {
        for i in 0..self.names.len() {
            if self.names[i] == name {
                return Some(i);
            }
        }
        None
    }

    fn place(&mut self, name: &str) -> usize {
        let Some(known) = self.index(name) else {
            self.names.push(name.to_string());
            return self.names.len() - 1;
        };
        known
    }

    fn road(&mut self, from: &str, to: &str, length: i64) -> Result<(), String> {
        if length < 1 {
            return Err(format!("a road of {length}"));
        }
        let source = self.place(from);
        let target = self.place(to);
        self.edges.push(Edge {
            source,
            target,
            length,
        });
        Ok(())
    }

    fn leaving(&self, source: usize) -> Vec<Edge> {
        let mut leaving = Vec::new();
        for edge in &self.edges {
            if edge.source == source {
                leaving.push(edge.clone());
            }
        }
        leaving
    }

    fn hops(&self, from: usize, to: usize) -> Option<i64> {
        let mut distance = vec![-1; self.names.len()];
        let mut queue = VecDeque::from([from]);
        distance[from] = 0;
        while let Some(here) = queue.pop_front() {
            for edge in self.leaving(here) {
                if distance[edge.target] < 0 {
                    distance[edge.target] = distance[here] + 1;
                    queue.push_back(edge.target);
                }
            }
        }
        if distance[to] < 0 {
            return None;
        }
        Some(distance[to])
    }

    fn shortest(&self, from: usize, to: usize) -> Option<i64> {
        let mut best: BTreeMap<usize, i64> = BTreeMap::new();
        best.insert(from, 0);
        for _ in 1..self.names.len() {
            for edge in &self.edges {
                let Some(start) = best.get(&edge.source).copied() else {
                    continue;
                };
                let length = start + edge.length;
                let known = best.get(&edge.target).copied();
                if known.is_none() || length < known.unwrap_or(0) {
                    best.insert(edge.target, length);
                }
            }
        }
        best.get(&to).copied()
    }

    fn order(&self) -> Result<Vec<usize>, String> {
        let mut waiting = vec![0; self.names.len()];
        for edge in &self.edges {
            waiting[edge.target] += 1;
        }
        let mut ready: Vec<usize> = (0..self.names.len())
            .filter(|place| waiting[*place] == 0)
            .collect();
        let mut order = Vec::new();
        while let Some(place) = ready.pop() {
            order.push(place);
            for edge in self.leaving(place) {
                waiting[edge.target] -= 1;
                if waiting[edge.target] == 0 {
                    ready.push(edge.target);
                }
            }
        }
        if order.len() < self.names.len() {
            return Err("the roads lead in a circle".to_string());
        }
        Ok(order)
    }

    fn degree(&self, name: &str) -> Result<usize, String> {
        let Some(place) = self.index(name) else {
            return Err(format!("no place {name}"));
        };
        Ok(self.leaving(place).len())
    }

    fn way(&self, from: &str, to: &str) -> Result<String, String> {
        let Some(source) = self.index(from) else {
            return Err(format!("no place {from}"));
        };
        let Some(target) = self.index(to) else {
            return Err(format!("no place {to}"));
        };
        let Some(hops) = self.hops(source, target) else {
            return Ok("no way".to_string());
        };
        let length = self.shortest(source, target).unwrap_or(0);
        Ok(format!("{hops} roads, {length} km"))
    }

    fn execute(&mut self, line: &str) -> Result<String, String> {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "road" => {
                let length = words[3]
                    .parse()
                    .map_err(|_| format!("not a length: {}", words[3]))?;
                self.road(words[1], words[2], length)?;
                Ok(format!("{} roads", self.edges.len()))
            }
            "way" => self.way(words[1], words[2]),
            "degree" => Ok(format!("{} leave", self.degree(words[1])?)),
            "order" => {
                let order = self.order()?;
                Ok(order
                    .iter()
                    .map(|place| self.names[*place].as_str())
                    .collect::<Vec<_>>()
                    .join(" "))
            }
            _ => Err(format!("unknown command {}", words[0])),
        }
    }
}

fn main() {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("the input is text");
    let mut graph = Graph::default();
    for line in text.lines() {
        match graph.execute(line) {
            Ok(answer) => println!("{answer}"),
            Err(error) => println!("error: {error}"),
        }
    }
}
