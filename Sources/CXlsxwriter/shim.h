#pragma once
#include <xlsxwriter.h>
// glibc has it, and shows it only with _GNU_SOURCE: a file that is nowhere but in memory.
extern int memfd_create(const char *, unsigned int);
