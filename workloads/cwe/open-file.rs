use std::fs::File;
use std::os::fd::AsRawFd;

fn open() -> i32 {
    File::open("/dev/null").unwrap().as_raw_fd()
}

fn main() {
    println!(
        "{}",
        if open() == open() {
            "closed"
        } else {
            "still open"
        }
    );
}
