use std::hint::black_box;

#[repr(C)]
struct Login {
    name: [u8; 4],
    admin: u8,
}

fn main() {
    let mut login = Login {
        name: [0; 4],
        admin: 0,
    };
    let start = (&raw mut login).cast::<u8>();
    unsafe { *start.add(black_box(4)) = 1 };
    println!("{:?} {}", login.name, login.admin);
}
