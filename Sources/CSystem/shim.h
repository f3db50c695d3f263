// glibc has them, and shows them only with _GNU_SOURCE or in malloc.h: exchanges two folders in one step; waits for a
// disk; says what becomes of memory that is free.
#pragma once
extern int renameat2(int, const char *, int, const char *, unsigned int);
extern int syncfs(int);
extern int mallopt(int, int);
enum { yuebao_trim_threshold = -1, yuebao_mmap_threshold = -3 };
