/// Whole outputs, as they are to be.
enum Expected {}
