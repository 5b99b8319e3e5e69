/* Runs a fuzz target over files and folders, without libFuzzer: so the corpora are tests in every
 * build. */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int replay_file(const char *path, size_t size) {
    FILE *file = fopen(path, "rb");
    /* Exactly as large as the input, so that a read past its end is seen by ASan. */
    uint8_t *data = malloc(size ? size : 1);
    if (!file || !data || fread(data, 1, size, file) != size) {
        fprintf(stderr, "%s: cannot be read\n", path);
        if (file) fclose(file);
        free(data);
        return 1;
    }
    fclose(file);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 0;
}

static int replay(const char *path, int *n_files) {
    struct stat info;
    if (stat(path, &info) != 0) {
        fprintf(stderr, "%s: is not there\n", path);
        return 1;
    }
    if (!S_ISDIR(info.st_mode)) {
        (*n_files)++;
        return replay_file(path, (size_t)info.st_size);
    }
    struct dirent **entries;
    int n = scandir(path, &entries, NULL, alphasort);
    int failed = n < 0;
    for (int i = 0; i < n; i++) {
        if (entries[i]->d_name[0] != '.') {
            char name[4096];
            snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
            failed |= replay(name, n_files);
        }
        free(entries[i]);
    }
    if (n >= 0) free(entries);
    return failed;
}

int main(int argc, char **argv) {
    int n_files = 0, failed = 0;
    static const uint8_t nothing[1];
    LLVMFuzzerTestOneInput(nothing, 0);
    for (int i = 1; i < argc; i++) failed |= replay(argv[i], &n_files);
    printf("%d inputs replayed\n", n_files);
    return failed;
}
