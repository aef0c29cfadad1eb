use std::hint::black_box;

fn main() {
    let text = black_box(String::from("twelve chars"));
    let mut buffer = [0_u8; 8];
    buffer.copy_from_slice(text.as_bytes());
    println!("{buffer:?}");
}
