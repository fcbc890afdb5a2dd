//! Work on many lines, shared out to all processors.

use std::panic::resume_unwind;

/// So many lines take some milliseconds; a thread takes a few hundredths of one.
const MANY: usize = 8192;

/// How many lines one share has, of `lines` in all: a page's lines are one share.
pub(super) fn size(lines: usize) -> usize {
    if lines < MANY {
        return lines.max(1);
    }
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    lines.div_ceil(workers).max(MANY / 2)
}

/// Does `work` with each of `shares` at once, the first of them on this thread, and gives back what came of it in their
/// order.
pub(super) fn each<S: Send, R: Send>(
    shares: impl IntoIterator<Item = S>,
    work: impl Fn(S) -> R + Sync,
) -> Vec<R> {
    let mut shares = shares.into_iter();
    let first = shares.next();
    let work = &work;
    std::thread::scope(|threads| {
        let others: Vec<_> = shares.map(|share| threads.spawn(move || work(share))).collect();
        let first = first.map(work);
        // A fault in another thread is a fault in this one.
        let others =
            others.into_iter().map(|thread| thread.join().unwrap_or_else(|cause| resume_unwind(cause)));
        first.into_iter().chain(others).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_come_back_in_their_order() {
        let lines: Vec<usize> = (0..40_000).collect();
        let shares = lines.chunks(size(lines.len()));
        let back: Vec<usize> = each(shares, <[usize]>::to_vec).concat();
        assert_eq!(back, lines);
        assert_eq!(each([1, 2, 3], |n| n * 2), [2, 4, 6]);
    }

    #[test]
    fn a_page_is_one_share() {
        assert_eq!(size(0), 1, "the size of a share is never nothing");
        assert_eq!([1, 500].map(size), [1, 500]);
    }
}
