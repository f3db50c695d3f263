// glibc has them, and shows them only with _GNU_SOURCE: exchanges two folders in one step; waits for a disk.
#pragma once
extern int renameat2(int, const char *, int, const char *, unsigned int);
extern int syncfs(int);
