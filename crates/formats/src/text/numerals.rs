//! Numbers as other programs write them.

use sixinto_core::bank::kind::Decimal;

/// A number such as `119`, `+5`, `.5`, `-0.25`, `1.5E-3`, where millionths can hold it.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    if text.len() > 40 {
        return None;
    }
    let (mantissa, power) = match text.find(['e', 'E']) {
        Some(at) => (text.get(..at)?, text.get(at + 1..)?.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let unsigned = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = whole.bytes().chain(decimals.bytes());
    if whole.len() + decimals.len() == 0 || !digits.clone().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value = digits.fold(0_i128, |sum, digit| sum.saturating_mul(10).saturating_add(i128::from(digit - b'0')));
    let sign = if mantissa.starts_with('-') { -1 } else { 1 };
    let shift = power.checked_add(6)?.checked_sub(i32::try_from(decimals.len()).ok()?)?;
    let factor = 10_i128.checked_pow(shift.unsigned_abs())?;
    let micro = if shift >= 0 { value.checked_mul(factor)? } else { exact_share(value, factor)? };
    let micro = i64::try_from(sign * micro).ok()?;
    (micro.abs() <= 1_000_000_000_000_000).then_some(Decimal { micro })
}

fn exact_share(value: i128, factor: i128) -> Option<i128> {
    (value % factor == 0).then(|| value / factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_programs_write_them() {
        let read = |text| decimal(text).map(|number| number.to_string());
        for (text, shown) in [
            ("119", "119"),
            ("+5", "5"),
            (".5", "0.5"),
            ("-0.25", "-0.25"),
            ("1.5E-3", "0.0015"),
            ("2e3", "2000"),
            ("0.50000000000", "0.5"),
            ("8.", "8"),
        ] {
            assert_eq!(read(text).as_deref(), Some(shown), "{text}");
        }
        for text in ["", ".", "-", "1,5", "一百", "0.0000001", "1e99", "12a", "*", "1e-99999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
