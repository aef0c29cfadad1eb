//! The hash over a block as a module for Python, by PyO3.
use pyo3::pymodule;

#[pymodule]
mod native {
    use pyo3::pyfunction;

    /// The hash after more bytes.
    #[pyfunction]
    fn update(digest: u32, data: &[u8]) -> u32 {
        data.iter().fold(digest, |digest, &byte| {
            (digest ^ u32::from(byte)).wrapping_mul(16777619)
        })
    }
}
