use std::mem::MaybeUninit;

fn main() {
    let mut number = MaybeUninit::<i32>::uninit();
    if std::env::args().count() > 5 {
        number.write(1);
    }
    println!("{}", unsafe { number.as_ptr().read_volatile() });
}
