//! Does nothing, with as little as the system allows: the distribution of its times under the
//! meter is the noise floor of a run.
//!
//! On Linux the first instruction ends the process: no loader, no C library, no runtime.
//! Elsewhere it is an empty `main`.

#![cfg_attr(bare_start, no_std, no_main)]

// `_start` calls `exit_group(0)` (231 on x86_64, 94 on aarch64) and nothing else.
#[cfg(all(bare_start, target_arch = "x86_64"))]
core::arch::global_asm!(
    ".globl _start",
    "_start:",
    "mov eax, 231",
    "xor edi, edi",
    "syscall",
);

#[cfg(all(bare_start, target_arch = "aarch64"))]
core::arch::global_asm!(
    ".globl _start",
    "_start:",
    "mov x8, #94",
    "mov x0, #0",
    "svc #0",
);

/// Demanded by the compiler; nothing here can panic.
#[cfg(bare_start)]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

#[cfg(not(bare_start))]
fn main() {}
