//! Moving labels apart: no two nearer than they may be, and each as near to its own place as that allows.

/// Places at least `least` apart within `low..=high`, in the order given; the sum of squared moves is as small as it can
/// be.
///
/// Pool-adjacent-violators on `place - i * least`, where i counts the places in rising order. Where there is not room
/// for all, they overflow at the high end.
pub fn apart(places: &[f64], least: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let order = rising(places);
    // Blocks of neighbours that move together: their mean and how many they are.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (i, index) in order.iter().enumerate() {
        let mut block = (places[*index] - least * count(i), 1);
        while let Some(before) = blocks.pop_if(|before| before.0 > block.0) {
            let n = before.1 + block.1;
            block = ((before.0 * count(before.1) + block.0 * count(block.1)) / count(n), n);
        }
        blocks.push(block);
    }
    let last = (high - least * count(places.len().saturating_sub(1))).max(low);
    let means = blocks.iter().flat_map(|(mean, n)| std::iter::repeat_n(*mean, *n));
    let mut moved = vec![0.0; places.len()];
    for (i, (index, mean)) in order.iter().zip(means).enumerate() {
        moved[*index] = mean.clamp(low, last) + least * count(i);
    }
    moved
}

/// Indices by rising value, equal ones in order. It is for the few values of a chart; the library's sort, which is for
/// millions, would weigh more than the whole chart in the page's module.
pub fn rising(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(values.len());
    for (i, value) in values.iter().enumerate() {
        let before = order.iter().take_while(|other| values[**other].total_cmp(value).is_le());
        order.insert(before.count(), i);
    }
    order
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(places: &[f64], expected: &[f64]) {
        let moved = apart(places, 16.0, (0.0, 100.0));
        let off = moved.iter().zip(expected).any(|(a, b)| (a - b).abs() > 1e-9);
        assert!(!off && moved.len() == expected.len(), "{moved:?}");
    }

    #[test]
    fn what_is_far_apart_stays() {
        check(&[80.0, 10.0, 40.0], &[80.0, 10.0, 40.0]);
        check(&[], &[]);
    }

    #[test]
    fn neighbours_move_by_as_much() {
        check(&[50.0, 50.0], &[42.0, 58.0]);
        check(&[52.0, 50.0, 90.0], &[59.0, 43.0, 90.0]);
    }

    #[test]
    fn values_rise_and_equal_ones_keep_their_order() {
        assert_eq!(rising(&[2.0, 1.0, 2.0, -1.0, 1.0]), [3, 1, 4, 0, 2]);
        assert_eq!(rising(&[]), [0; 0]);
    }

    #[test]
    fn edges_hold() {
        check(&[0.0, 1.0], &[0.0, 16.0]);
        check(&[100.0, 99.0], &[100.0, 84.0]);
    }
}
