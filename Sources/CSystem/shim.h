// glibc has them, and shows them only with _GNU_SOURCE or in malloc.h: exchanges two folders in one step; waits for a
// disk, or sets it to work on a file; says what becomes of memory that is free, and in how large pages it comes.
#pragma once
#include <stdlib.h>
#include <sys/types.h>
extern int renameat2(int, const char *, int, const char *, unsigned int);
extern int syncfs(int);
extern int sync_file_range(int, off_t, off_t, unsigned int);
enum { yuebao_begin_to_write = 2 };
extern int mallopt(int, int);
enum { yuebao_trim_threshold = -1, yuebao_mmap_threshold = -3 };
extern int madvise(void *, size_t, int);
enum { yuebao_advise_huge_pages = 14 };
/* Takes a piece of memory, asks for large pages where whole ones of 2 MiB lie in it, and gives it back; volatile, as a
   compiler leaves both out otherwise. */
static inline void yuebao_make_room(size_t size) {
  char *volatile piece = malloc(size);
  size_t page = 2 << 20, first = ((size_t)piece + page - 1) / page, end = ((size_t)piece + size) / page;
  if (piece && first < end) madvise((void *)(first * page), (end - first) * page, yuebao_advise_huge_pages);
  free(piece);
}
