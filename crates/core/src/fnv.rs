//! The 64-bit FNV-1a hash, byte by byte. It tells values apart and protects nothing.
//!
//! Source: Fowler, Noll, Vo; RFC 9923.

/// The hash of no bytes.
pub(crate) const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// What each step multiplies by.
pub(crate) const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The hash with one byte more.
pub(crate) fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        // Vectors of RFC 9923, appendix C.
        let fnv = |text: &str| text.bytes().fold(OFFSET_BASIS, step);
        assert_eq!(fnv(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv("foobar"), 0x8594_4171_f739_67e8);
    }
}
