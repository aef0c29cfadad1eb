//! Merkle tree: transactions hashed by SHA-256, and hashes in pairs up to the root. The standard
//! library has no SHA-256, so that it is written here.
use std::env;
use std::process::ExitCode;
use std::time::Instant;

const LEAF: u8 = 0;
const NODE: u8 = 1;
const BLOCK: usize = 64;

type Hash = [u8; 32];

const FIRST_STATE: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

const ROUND_CONSTANTS: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

fn compress(state: &mut [u32; 8], block: &[u8]) {
    let mut words = [0_u32; 64];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    }
    for i in 16..64 {
        let (x, y) = (words[i - 15], words[i - 2]);
        let s0 = x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3);
        let s1 = y.rotate_right(17) ^ y.rotate_right(19) ^ (y >> 10);
        words[i] = words[i - 16]
            .wrapping_add(s0)
            .wrapping_add(words[i - 7])
            .wrapping_add(s1);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (&word, &constant) in words.iter().zip(&ROUND_CONSTANTS) {
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let first = h
            .wrapping_add(s1)
            .wrapping_add(choice)
            .wrapping_add(constant)
            .wrapping_add(word);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let majority = (a & b) ^ (a & c) ^ (b & c);
        let second = s0.wrapping_add(majority);
        (h, g, f, e) = (g, f, e, d.wrapping_add(first));
        (d, c, b, a) = (c, b, a, first.wrapping_add(second));
    }
    for (sum, value) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *sum = sum.wrapping_add(value);
    }
}

/// The hash of a message, which is at most two blocks long with its padding.
fn sha256(parts: &[&[u8]]) -> Hash {
    let mut message = [0; 2 * BLOCK];
    let mut length = 0;
    for part in parts {
        message[length..length + part.len()].copy_from_slice(part);
        length += part.len();
    }
    message[length] = 0x80;
    let end = (length + 9).next_multiple_of(BLOCK);
    message[end - 8..end].copy_from_slice(&(8 * length as u64).to_be_bytes());
    let mut state = FIRST_STATE;
    for block in message[..end].chunks_exact(BLOCK) {
        compress(&mut state, block);
    }
    let mut hash = [0; 32];
    for (bytes, word) in hash.chunks_exact_mut(4).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    hash
}

/// Sender, receiver and amount, from the workloads' generator.
fn transactions(n: usize) -> Vec<Vec<u8>> {
    let mut state: u32 = 42;
    let mut draw = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    (0..n)
        .map(|_| format!("{},{},{}", draw(), draw(), draw()).into_bytes())
        .collect()
}

/// An odd hash at the end of a level goes up as it is.
fn root(records: &[Vec<u8>]) -> Hash {
    let mut level: Vec<Hash> = records
        .iter()
        .map(|record| sha256(&[&[LEAF], record]))
        .collect();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => sha256(&[&[NODE], left, right]),
                _ => pair[0],
            })
            .collect();
    }
    level[0]
}

fn size_argument() -> Option<usize> {
    let mut arguments = env::args().skip(1);
    let size = arguments.next()?.parse().ok().filter(|&size| size > 0)?;
    arguments.next().is_none().then_some(size)
}

fn main() -> ExitCode {
    let Some(n) = size_argument() else {
        eprintln!("usage: merkle-tree <transactions>");
        return ExitCode::from(2);
    };
    let records = transactions(n);
    let start = Instant::now();
    let root = root(&records);
    let elapsed = start.elapsed();
    for bytes in root.chunks_exact(4) {
        println!(
            "{}",
            u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
        );
    }
    eprintln!("work_ns={}", elapsed.as_nanos());
    ExitCode::SUCCESS
}
