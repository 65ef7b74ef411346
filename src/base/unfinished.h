#pragma once

/// For a program that is asked to end while it writes.
namespace dateline::base {

/// From now on no file takes another's place: what is being written fails, and the old file stays. May be called in a signal's handler.
void refuse_writes() noexcept;

/// Removes what other threads have begun to write beside its file, for a program that ends without waiting for them.
void remove_unfinished();

}  // namespace dateline::base
