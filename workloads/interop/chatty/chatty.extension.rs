//! The step as a module for Python, by PyO3.
use pyo3::pymodule;

#[pymodule]
mod native {
    use pyo3::pyfunction;

    /// The next number.
    #[pyfunction]
    fn step(mut x: u32) -> u32 {
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        x
    }
}
