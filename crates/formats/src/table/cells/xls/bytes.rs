//! Records, and numbers in them.

pub(super) const BOF: u16 = 0x0809;
pub(super) const EOF: u16 = 0x000a;
pub(super) const FILE_PASS: u16 = 0x002f;
pub(super) const DATE_MODE: u16 = 0x0022;
pub(super) const FORMAT: u16 = 0x041e;
pub(super) const XF: u16 = 0x00e0;
pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const SST: u16 = 0x00fc;
pub(super) const CONTINUE: u16 = 0x003c;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOL_ERR: u16 = 0x0205;
pub(super) const STRING: u16 = 0x0207;
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const RK: u16 = 0x027e;
pub(super) const LABEL_SST: u16 = 0x00fd;
pub(super) const MUL_RK: u16 = 0x00bd;
pub(super) const MERGE_CELLS: u16 = 0x00e5;

/// Records, one after the other, until there is no whole one left.
pub(super) struct Records<'s> {
    /// What is left of the stream.
    pub(super) stream: &'s [u8],
}

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (u16_at(self.stream, 0)?, usize::from(u16_at(self.stream, 2)?));
        let data = self.stream.get(4..4 + length)?;
        self.stream = self.stream.get(4 + length..)?;
        Some((kind, data))
    }
}

impl<'s> Records<'s> {
    /// The next record, if it goes on with the last one.
    pub(super) fn continued(&mut self) -> Option<&'s [u8]> {
        if u16_at(self.stream, 0)? == CONTINUE { self.next().map(|(_, data)| data) } else { None }
    }
}

/// A number of two bytes.
pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

/// A number of four bytes.
pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// A double.
pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..at + 8)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

/// A number packed into 30 bits (MS-XLS 2.5.217): whole or the upper half of a double, in hundredths or not.
pub(super) fn rk_at(data: &[u8], at: usize) -> Option<f64> {
    let packed = u32_at(data, at)?;
    let is_whole = packed & 2 != 0;
    let value =
        if is_whole { f64::from(packed.cast_signed() >> 2) } else { f64::from_bits(u64::from(packed & !3) << 32) };
    Some(if packed & 1 != 0 { value / 100.0 } else { value })
}
