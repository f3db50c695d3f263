#pragma once
#include <freexl.h>
// glibc has it, and shows it only with _GNU_SOURCE: a file that exists in memory only, for freexl reads paths.
extern int memfd_create(const char *, unsigned int);
