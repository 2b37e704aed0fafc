//! Means, variances and what follows from them.

use super::number;

/// The mean; `None` of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / number(values.len()))
}

/// The middle value, or halfway between the two middle ones; `None` of nothing.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

/// The covariance of pairs, by one less than their number; `None` of fewer than two.
pub(super) fn covariance(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 2 {
        return None;
    }
    let n = number(pairs.len());
    let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0, y + pair.1));
    let (x, y) = (x / n, y / n);
    let sum: f64 = pairs.iter().map(|pair| (pair.0 - x) * (pair.1 - y)).sum();
    Some(zero_if_tiny(sum / (n - 1.0)))
}

/// The variance, by one less than the number of values; `None` of fewer than two.
pub(super) fn variance(values: &[f64]) -> Option<f64> {
    covariance(&values.iter().map(|value| (*value, *value)).collect::<Vec<_>>())
}

/// The correlation of pairs, in percent; `None` where either side does not vary.
pub(super) fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let side = |of: fn(&(f64, f64)) -> f64| variance(&pairs.iter().map(of).collect::<Vec<_>>());
    let product = side(|pair| pair.0)? * side(|pair| pair.1)?;
    (product > 0.0).then_some(100.0 * covariance(pairs)? / product.sqrt())
}

/// The largest covariance that these values could have in any pairing: both sorted.
pub(super) fn largest_covariance(pairs: &[(f64, f64)]) -> Option<f64> {
    let sorted = |of: fn(&(f64, f64)) -> f64| {
        let mut side: Vec<f64> = pairs.iter().map(of).collect();
        side.sort_by(f64::total_cmp);
        side
    };
    let pairs: Vec<(f64, f64)> = sorted(|pair| pair.0).into_iter().zip(sorted(|pair| pair.1)).collect();
    covariance(&pairs)
}

/// The mean of differences to the mean, to a power.
pub(super) fn central_moment(values: &[f64], power: i32) -> Option<f64> {
    let center = mean(values)?;
    mean(&values.iter().map(|value| (value - center).powi(power)).collect::<Vec<_>>())
}

/// A sum of differences that ought to be zero is now and then a billionth of a billionth: a mark is whole millionths, so
/// nothing that is so small is meant.
fn zero_if_tiny(value: f64) -> f64 {
    const TINY: f64 = 1e-14;
    if value.abs() < TINY { 0.0 } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn what_does_not_vary_correlates_with_nothing() {
        assert_eq!(correlation(&[(0.1, 1.0), (0.1, 2.0), (0.1, 3.0)]), None);
        assert_eq!(correlation(&[(1.0, 1.0)]), None);
        assert_eq!(correlation(&[(0.0, 1.0), (1.0, 3.0)]), Some(100.0));
    }
}
