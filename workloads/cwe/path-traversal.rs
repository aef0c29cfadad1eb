use std::path::Path;

fn main() {
    let wanted = "../dev/null";
    let path = Path::new("/tmp").join(wanted);
    let opened = std::fs::File::open(&path).is_ok();
    println!("{} {opened}", path.display());
}
