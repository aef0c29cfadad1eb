//! The same mistake in unsafe code, which nobody checks. It is built and never run: it would read freed memory.

fn main() {
    let text = Box::new(String::from("freed"));
    let pointer: *const String = &raw const *text;
    drop(text);
    // SAFETY: there is none, which is what this probe is about
    println!("{}", unsafe { &*pointer });
}
