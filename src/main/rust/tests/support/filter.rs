//! System calls that fail, as under the filter of a container.

use std::io;

/// From now on `call` fails with `errno`, here and in whatever is started from here (seccomp(2)).
pub fn refuse(call: libc::c_long, errno: i32) -> io::Result<()> {
    // The first word of `struct seccomp_data` is the number of the call. That a program could make
    // the call with another architecture's number does not matter here.
    let load_number = statement(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, 0);
    let unless_it = libc::sock_filter {
        code: (libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K) as u16,
        jt: 0,
        jf: 1,
        k: call as u32,
    };
    let fail = statement(libc::BPF_RET, libc::SECCOMP_RET_ERRNO | errno as u32);
    let allow = statement(libc::BPF_RET, libc::SECCOMP_RET_ALLOW);
    let mut filter = [load_number, unless_it, fail, allow];
    let program = libc::sock_fprog {
        len: filter.len() as u16,
        filter: filter.as_mut_ptr(),
    };
    // SAFETY: the kernel copies the program, which lives through the call. Without new rights
    // everybody may set a filter for himself.
    unsafe {
        check(libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))?;
        let mode = libc::SECCOMP_MODE_FILTER;
        check(libc::prctl(libc::PR_SET_SECCOMP, mode, &raw const program))
    }
}

fn statement(code: u32, k: u32) -> libc::sock_filter {
    libc::sock_filter {
        code: code as u16,
        jt: 0,
        jf: 0,
        k,
    }
}

fn check(result: libc::c_int) -> io::Result<()> {
    if result == -1 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}
