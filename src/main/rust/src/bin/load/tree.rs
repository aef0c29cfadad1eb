//! The processes of a server, as `/proc` tells of them.

use std::collections::{BTreeSet, HashMap};
use std::fs;

/// A process and all that it has made, itself first.
pub fn of(root: i32) -> Vec<i32> {
    let mut children: HashMap<i32, Vec<i32>> = HashMap::new();
    for pid in all() {
        if let Some(parent) = parent(pid) {
            children.entry(parent).or_default().push(pid);
        }
    }
    let mut tree = vec![root];
    let mut next = 0;
    while next < tree.len() {
        tree.extend(children.remove(&tree[next]).unwrap_or_default());
        next += 1;
    }
    tree
}

fn all() -> impl Iterator<Item = i32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// The name of a process may hold anything, a parenthesis too.
fn parent(pid: i32) -> Option<i32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}

/// The most memory that a process has held, bytes; null for one that is gone. The kernel's own
/// count is in batches, so what it holds now is looked at page by page, too.
pub fn peak(pid: i32) -> Option<u64> {
    let most = kib(&format!("/proc/{pid}/status"), "VmHWM:")?;
    let now = kib(&format!("/proc/{pid}/smaps_rollup"), "Rss:").unwrap_or(0);
    Some(1024 * most.max(now))
}

fn kib(file: &str, name: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix(name))?;
    value.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Who listens on a port.
#[derive(Debug, PartialEq)]
pub enum Listener {
    /// One of the processes that were asked about.
    Own,
    Other,
    Nobody,
}

/// Who listens on a port, seen from some processes.
pub fn listener(pids: &[i32], port: u16) -> Listener {
    let mut sockets = listening();
    sockets.retain(|_, listens| *listens == port);
    match (own(pids, &sockets).is_empty(), sockets.is_empty()) {
        (false, _) => Listener::Own,
        (true, false) => Listener::Other,
        (true, true) => Listener::Nobody,
    }
}

/// All sockets that listen, as links to them read, and their ports.
pub fn listening() -> HashMap<String, u16> {
    let mut sockets = HashMap::new();
    for table in ["/proc/self/net/tcp", "/proc/self/net/tcp6"] {
        // a system without IPv6 has no second table
        if let Ok(text) = fs::read_to_string(table) {
            sockets.extend(text.lines().filter_map(socket));
        }
    }
    sockets
}

/// The ports of those sockets that some processes have.
pub fn own(pids: &[i32], sockets: &HashMap<String, u16>) -> BTreeSet<u16> {
    let files = pids.iter().flat_map(|pid| {
        let files = fs::read_dir(format!("/proc/{pid}/fd"));
        files.into_iter().flatten().flatten()
    });
    let links = files.filter_map(|file| fs::read_link(file.path()).ok());
    links
        .filter_map(|link| sockets.get(link.to_str()?).copied())
        .collect()
}

/// The socket of a line of the kernel's table, if it listens, as a link to it reads, and its port.
fn socket(line: &str) -> Option<(String, u16)> {
    const LISTENS: &str = "0A";
    let fields: Vec<&str> = line.split_whitespace().collect();
    let port = u16::from_str_radix(fields.get(1)?.rsplit_once(':')?.1, 16).ok()?;
    let inode = fields.get(9)?;
    (*fields.get(3)? == LISTENS).then(|| (format!("socket:[{inode}]"), port))
}

#[cfg(test)]
mod tests {
    use super::{Listener, listener, of, peak, socket};
    use std::net::TcpListener;
    use std::process::{Command, id};

    #[test]
    fn finds_the_listener_of_this_process() {
        let bound = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = bound.local_addr().expect("bound").port();
        assert_eq!(listener(&[id() as i32], port), Listener::Own);
        assert_eq!(listener(&[1], port), Listener::Other);
        drop(bound);
        assert_eq!(listener(&[id() as i32], port), Listener::Nobody);
    }

    #[test]
    fn reads_the_table_of_the_kernel() {
        let line = "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0";
        assert_eq!(socket(line), Some(("socket:[4711]".to_owned(), 8080)));
        assert_eq!(socket(&line.replace(" 0A ", " 01 ")), None);
        assert_eq!(socket("  sl  local_address"), None);
    }

    #[test]
    fn has_the_children_of_children() {
        let script = "sleep 1000 & wait";
        let mut child = Command::new("/bin/sh")
            .args(["-c", script])
            .spawn()
            .expect("a shell");
        let mut tree = Vec::new();
        while tree.len() < 2 {
            tree = of(child.id() as i32);
        }
        assert_eq!(tree[0], child.id() as i32);
        assert!(of(id() as i32).contains(&tree[1]));
        assert!(peak(tree[1]).is_some_and(|bytes| bytes > 0));
        for pid in &tree {
            super::super::system::signal(*pid, libc::SIGKILL);
        }
        child.wait().expect("a child");
        assert_eq!(peak(tree[0]), None);
    }
}
