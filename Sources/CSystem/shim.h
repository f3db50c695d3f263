// glibc has it, and shows it only with _GNU_SOURCE: exchanges two folders in one step.
#pragma once
extern int renameat2(int, const char *, int, const char *, unsigned int);
