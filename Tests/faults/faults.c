// Lets calls of the system fail, for tests of what the program then does: LD_PRELOAD=faults.so yuebao …
//
//   FAULTS_ROOT   only calls on files below this folder count; those on standard output and on files in memory have
//                 kinds of their own (print, memory, stream: what a library writes by fwrite)
//   FAULTS_LOG    a file that gets a line for each kind and its number of calls, and one for each call that failed
//   FAULTS_KIND   which kind fails: open, read, write, rename, …
//   FAULTS_AT     the number of the first call of the kind that fails, from 1; 0 for none
//   FAULTS_FOR    how many fail from then on; 1 without it
//   FAULTS_ERROR  the error number; 0 makes reads and writes short instead, -1 ends files early
//
// Without FAULTS_ROOT nothing happens. The log is written by system calls of its own, which do not count.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind {
  OPEN, READ, WRITE, RENAME, LINK, SYNC, CLOSE, MKDIR, REMOVE, TRUNCATE, MAP, LIST, STAT, LOCK, PRINT, MEMORY, STREAM, KINDS
};
static const char *const names[KINDS] = {"open", "read", "write", "rename", "link", "sync", "close", "mkdir", "remove",
  "truncate", "map", "list", "stat", "lock", "print", "memory", "stream"};

enum { MOST_FILES = 4096 };
static char *paths[MOST_FILES];  // by descriptor; those that count only
static long counts[KINDS];
static const char *root, *log_name;
static size_t root_length;
static int chosen = -1, error_number;
static long at, length = 1;

#define REAL(name) ({ static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name); real; })

static void log_line(const char *line) {
  if (!log_name) return;
  int file = (int)syscall(SYS_openat, AT_FDCWD, log_name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file < 0) return;
  syscall(SYS_write, file, line, strlen(line));
  syscall(SYS_close, file);
}

__attribute__((constructor)) static void begin(void) {
  root = getenv("FAULTS_ROOT");
  log_name = getenv("FAULTS_LOG");
  if (!root) return;
  root_length = strlen(root);
  const char *kind = getenv("FAULTS_KIND"), *value;
  for (int k = 0; kind && k < KINDS; k++) if (!strcmp(kind, names[k])) chosen = k;
  if ((value = getenv("FAULTS_AT"))) at = atol(value);
  if ((value = getenv("FAULTS_FOR"))) length = atol(value);
  if ((value = getenv("FAULTS_ERROR"))) error_number = atoi(value);
}

__attribute__((destructor)) static void end(void) {
  char line[64];
  for (int k = 0; root && k < KINDS; k++) {
    snprintf(line, sizeof line, "count %s %ld\n", names[k], counts[k]);
    log_line(line);
  }
}

// Whether a path counts. Relative ones are taken for what the shell was given: tests name whole paths.
static int counts_path(const char *path) {
  return root && path && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static const char *path_of(int file) { return file >= 0 && file < MOST_FILES ? paths[file] : NULL; }

// Counts a call; whether it is to fail. Sets errno then.
static int fails(enum kind kind, const char *path) {
  long number = __atomic_add_fetch(&counts[kind], 1, __ATOMIC_RELAXED);
  if ((int)kind != chosen || !at || number < at || number - at >= length) return 0;
  char line[4400];
  snprintf(line, sizeof line, "failed %s %ld %d %s\n", names[kind], number, error_number, path ? path : "");
  log_line(line);
  if (error_number > 0) errno = error_number;
  return 1;
}

static int remember(int file, const char *path, int is_memory) {
  if (file < 0 || file >= MOST_FILES) return file;
  free(paths[file]);
  paths[file] = is_memory || !path ? NULL : strdup(path);
  return file;
}

// What the library for workbooks writes through: descriptors of files in memory and its temporary files.
static int is_memory(const char *path) {
  return root && path && (!strncmp(path, "/proc/self/fd/", 14) || !strncmp(path, "/dev/shm/", 9));
}

#define OPENING(name, call) \
  int mode = 0; \
  if (flags & (O_CREAT | __O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, int); va_end(more); } \
  if (is_memory(path)) { if (fails(MEMORY, path)) return -1; return call; } \
  if (!counts_path(path)) { int file = call; return remember(file, NULL, 0); } \
  if (fails(OPEN, path)) return -1; \
  return remember(call, path, 0);

int open(const char *path, int flags, ...) { OPENING(open, REAL(open)(path, flags, mode)) }
int open64(const char *path, int flags, ...) { OPENING(open64, REAL(open64)(path, flags, mode)) }
int openat(int folder, const char *path, int flags, ...) { OPENING(openat, REAL(openat)(folder, path, flags, mode)) }
int openat64(int folder, const char *path, int flags, ...) {
  OPENING(openat64, REAL(openat64)(folder, path, flags, mode))
}

int close(int file) {
  const char *path = path_of(file);
  if (!path) return REAL(close)(file);
  int failed = fails(CLOSE, path), number = errno;
  free(paths[file]);
  paths[file] = NULL;
  // As the system does it: the descriptor is gone whatever is answered.
  int result = REAL(close)(file);
  if (!failed) return result;
  errno = number;
  return -1;
}

#define READING(call, short_call) \
  const char *path = path_of(file); \
  if (!path || !fails(READ, path)) return call; \
  if (error_number > 0) return -1; \
  return error_number < 0 ? 0 : short_call;

ssize_t read(int file, void *bytes, size_t size) {
  READING(REAL(read)(file, bytes, size), REAL(read)(file, bytes, size > 1 ? size / 2 : size))
}
ssize_t pread(int file, void *bytes, size_t size, off_t offset) {
  READING(REAL(pread)(file, bytes, size, offset), REAL(pread)(file, bytes, size > 1 ? size / 2 : size, offset))
}
ssize_t pread64(int file, void *bytes, size_t size, off64_t offset) {
  READING(REAL(pread64)(file, bytes, size, offset), REAL(pread64)(file, bytes, size > 1 ? size / 2 : size, offset))
}

#define WRITING(call, short_call) \
  const char *path = path_of(file); \
  enum kind kind = WRITE; \
  if (!path && root && file == STDOUT_FILENO) { path = "standard output"; kind = PRINT; } \
  if (!path || !fails(kind, path)) return call; \
  if (error_number > 0) return -1; \
  return short_call;

ssize_t write(int file, const void *bytes, size_t size) {
  WRITING(REAL(write)(file, bytes, size), REAL(write)(file, bytes, size > 1 ? size / 2 : size))
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  WRITING(REAL(pwrite)(file, bytes, size, offset), REAL(pwrite)(file, bytes, size > 1 ? size / 2 : size, offset))
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  WRITING(REAL(pwrite64)(file, bytes, size, offset), REAL(pwrite64)(file, bytes, size > 1 ? size / 2 : size, offset))
}

#define ON_FILE(kind, call) \
  const char *path = path_of(file); \
  if (path && fails(kind, path)) return -1; \
  return call;
#define ON_PATH(kind, call) \
  if (counts_path(path) && fails(kind, path)) return -1; \
  return call;

int fsync(int file) { ON_FILE(SYNC, REAL(fsync)(file)) }
int fdatasync(int file) { ON_FILE(SYNC, REAL(fdatasync)(file)) }
int syncfs(int file) { ON_FILE(SYNC, REAL(syncfs)(file)) }
int ftruncate(int file, off_t size) { ON_FILE(TRUNCATE, REAL(ftruncate)(file, size)) }
int ftruncate64(int file, off64_t size) { ON_FILE(TRUNCATE, REAL(ftruncate64)(file, size)) }
int posix_fallocate(int file, off_t offset, off_t size) {
  const char *path = path_of(file);
  if (path && fails(TRUNCATE, path)) return error_number;
  return REAL(posix_fallocate)(file, offset, size);
}
int flock(int file, int operation) { ON_FILE(LOCK, REAL(flock)(file, operation)) }

int rename(const char *from, const char *path) { ON_PATH(RENAME, REAL(rename)(from, path)) }
int renameat(int a, const char *from, int b, const char *path) { ON_PATH(RENAME, REAL(renameat)(a, from, b, path)) }
int renameat2(int a, const char *from, int b, const char *path, unsigned flags) {
  ON_PATH(RENAME, REAL(renameat2)(a, from, b, path, flags))
}
int link(const char *from, const char *path) { ON_PATH(LINK, REAL(link)(from, path)) }
int mkdir(const char *path, mode_t mode) { ON_PATH(MKDIR, REAL(mkdir)(path, mode)) }
int unlink(const char *path) { ON_PATH(REMOVE, REAL(unlink)(path)) }
int unlinkat(int folder, const char *path, int flags) { ON_PATH(REMOVE, REAL(unlinkat)(folder, path, flags)) }
int rmdir(const char *path) { ON_PATH(REMOVE, REAL(rmdir)(path)) }

int stat(const char *path, struct stat *found) { ON_PATH(STAT, REAL(stat)(path, found)) }
int stat64(const char *path, struct stat64 *found) { ON_PATH(STAT, REAL(stat64)(path, found)) }
int lstat(const char *path, struct stat *found) { ON_PATH(STAT, REAL(lstat)(path, found)) }
int lstat64(const char *path, struct stat64 *found) { ON_PATH(STAT, REAL(lstat64)(path, found)) }
int fstat(int file, struct stat *found) { ON_FILE(STAT, REAL(fstat)(file, found)) }
int fstat64(int file, struct stat64 *found) { ON_FILE(STAT, REAL(fstat64)(file, found)) }
int access(const char *path, int mode) { ON_PATH(STAT, REAL(access)(path, mode)) }

// Folders are read inside the C library, so that opening one and going through it count here.
static DIR *folder_read;
static char folder_path[4096];
DIR *opendir(const char *path) {
  if (!counts_path(path)) return REAL(opendir)(path);
  if (fails(LIST, path)) return NULL;
  DIR *folder = REAL(opendir)(path);
  folder_read = folder;
  snprintf(folder_path, sizeof folder_path, "%s", path);
  return folder;
}
struct dirent *readdir(DIR *folder) {
  if (folder == folder_read && fails(LIST, folder_path)) return NULL;
  return REAL(readdir)(folder);
}
struct dirent64 *readdir64(DIR *folder) {
  if (folder == folder_read && fails(LIST, folder_path)) return NULL;
  return REAL(readdir64)(folder);
}

void *mmap(void *place, size_t size, int protection, int flags, int file, off_t offset) {
  const char *path = path_of(file);
  if (path && fails(MAP, path)) return MAP_FAILED;
  return REAL(mmap)(place, size, protection, flags, file, offset);
}
void *mmap64(void *place, size_t size, int protection, int flags, int file, off64_t offset) {
  const char *path = path_of(file);
  if (path && fails(MAP, path)) return MAP_FAILED;
  return REAL(mmap64)(place, size, protection, flags, file, offset);
}

// Of fcntl only locks fail: SQLite's.
#define CONTROLLING(name) \
  va_list more; va_start(more, command); void *value = va_arg(more, void *); va_end(more); \
  const char *path = path_of(file); \
  int is_lock = command == F_SETLK || command == F_GETLK || command == F_OFD_SETLK; \
  if (path && is_lock && fails(LOCK, path)) return -1; \
  return REAL(name)(file, command, value);
int fcntl(int file, int command, ...) { CONTROLLING(fcntl) }
int fcntl64(int file, int command, ...) { CONTROLLING(fcntl64) }

// Files in memory: what a library writes to them it writes inside the C library, by way of fopen.
int memfd_create(const char *name, unsigned flags) {
  if (root && fails(MEMORY, name)) return -1;
  return REAL(memfd_create)(name, flags);
}
FILE *fopen(const char *path, const char *mode) {
  if (is_memory(path) && fails(MEMORY, path)) return NULL;
  return REAL(fopen)(path, mode);
}
FILE *fopen64(const char *path, const char *mode) {
  if (is_memory(path) && fails(MEMORY, path)) return NULL;
  return REAL(fopen64)(path, mode);
}
size_t fwrite(const void *bytes, size_t size, size_t number, FILE *file) {
  // Only the library for workbooks writes so.
  if (root && file != stderr && fails(STREAM, "fwrite")) return 0;
  return REAL(fwrite)(bytes, size, number, file);
}
