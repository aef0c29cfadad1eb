//! Safe Rust that makes a reference live for ever, though what it points to does not (rust-lang/rust issue 25860). It is built
//! and never run: it would read freed memory.

/// Sound by itself: a `&'long &'short ()` can only exist where `'short` outlives `'long`.
fn with_proof<'long, 'short, T>(_proof: &'long &'short (), value: &'short T) -> &'long T {
    value
}

/// The compiler forgets on the way to a function pointer what the proof has to say about the second parameter.
fn forever<T>(value: &T) -> &'static T {
    let forgetful: for<'any> fn(&'static &'static (), &'any T) -> &'static T = with_proof;
    forgetful(&&(), value)
}

fn main() {
    let dangling = {
        let text = String::from("freed");
        forever(&text)
    };
    println!("{dangling}");
}
