use std::hint::black_box;

fn main() {
    let text = black_box(String::from("twelve chars"));
    let mut buffer = Vec::<u8>::with_capacity(8);
    unsafe { std::ptr::copy_nonoverlapping(text.as_ptr(), buffer.as_mut_ptr(), text.len()) };
    println!("{}", unsafe { *buffer.as_ptr().add(11) });
}
