// glibc has them, and shows them only with _GNU_SOURCE or in malloc.h: exchanges two folders in one step; waits for a
// disk; says what becomes of memory that is free.
#pragma once
#include <stdlib.h>
extern int renameat2(int, const char *, int, const char *, unsigned int);
extern int syncfs(int);
extern int mallopt(int, int);
enum { yuebao_trim_threshold = -1, yuebao_mmap_threshold = -3 };
/* Takes a piece of memory and gives it back; volatile, as a compiler leaves both out otherwise. */
static inline void yuebao_touch(size_t size) { void *volatile piece = malloc(size); free(piece); }
