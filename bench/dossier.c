/* How long the program takes, from process start, and how much memory: the five reports of a public
 * set to HTML, and generated stories of 100, 300 and 1,000 accounts to JSON, on one core.
 *
 * Each figure stands beside its limit, and the stories beside what reading the same accounts
 * closely takes in the same run (the verb annotate, which is linear in the text): that ratio does
 * not depend on the machine or on its load, and its growth from 100 to 1,000 accounts is what
 * lining up costs beyond the linear.
 *
 * The generated story is a fictional landslide on a railway. It has some forty facts, each with
 * several wordings, figures that differ, names spelled in several ways and renderings of the same
 * quotes; an account tells a choice of them in an order of its own, one in ten copies another's
 * paragraph, and all is a function of the account's number. */
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define COUNT(a)      (sizeof(a) / sizeof((a)[0]))
#define MOST_WORDINGS 5

typedef struct fact {
    const char *wordings[MOST_WORDINGS];
} fact;

/* %n a small number that differs, %m a larger one, %c the driver, %u the union's speaker, %s the
 * minister, %d a day. */
static const fact facts[] = {
    {{"A landslide derailed a passenger train near the village of Halvorsby on Monday evening, "
      "killing %n people.",
      "%n people died when a train ran into a landslide outside Halvorsby on Monday.",
      "At least %n passengers were killed on Monday after mud and rock buried the line at "
      "Halvorsby.",
      "The death toll of Monday's derailment near Halvorsby stands at %n."}},
    {{"About %m people had been on board, the railway company Vestbanen said.",
      "Vestbanen said that %m passengers and four crew had been on the train.",
      "According to the operator, Vestbanen, some %m people were travelling on the train."}},
    {{"The driver, %c, 44, was pulled from the cab after six hours.",
      "%c, the 44-year-old driver, spent six hours in the wrecked cab before firefighters freed "
      "him.",
      "Rescuers needed six hours to free driver %c from his cab."}},
    {{"“The hill simply came down on us,” %c said from hospital. “I braked, and then there was "
      "nothing but mud.”",
      "\"The hill just came down on us,\" said %c. \"I braked and then there was only mud.\"",
      "%c told reporters that he had braked but that the hill \"came down on us\"."}},
    {{"The minister of transport, %s, visited the site on Tuesday and promised an inquiry.",
      "%s, the transport minister, promised an inquiry when she visited Halvorsby on Tuesday.",
      "An independent inquiry will be held, transport minister %s said on Tuesday at the scene."}},
    {{"“We will leave no stone unturned,” %s said.", "%s vowed to \"leave no stone unturned\".",
      "\"No stone will be left unturned,\" the minister, %s, said."}},
    {{"The railway workers' union had warned of the slope in March 2019, said its spokesman, %u.",
      "Union spokesman %u said his members had reported the slope as unsafe two years earlier.",
      "%u, who speaks for the railway workers' union, said that a warning of March 2019 had been "
      "ignored."}},
    {{"Vestbanen denied that it had ignored any warning.",
      "The company rejected the union's claim.",
      "A spokeswoman for Vestbanen, Marit Oyen, called the accusation untrue."}},
    {{"It had rained for nine days, and %m millimetres fell on Sunday alone.",
      "Forecasters measured %m millimetres of rain on Sunday, the ninth wet day in a row.",
      "After nine days of rain the ground was soaked, the weather service said."}},
    {{"Two carriages slid down the bank and came to rest in the river Lauga.",
      "Two of the five carriages ended up in the river Lauga.",
      "The last two carriages were dragged down the bank into the Lauga river."}},
    {{"Divers searched the river until dark.",
      "Divers went on searching the Lauga until nightfall.",
      "The search of the river was broken off when it got dark."}},
    {{"%n people were still missing on %d.", "On %d, %n passengers were unaccounted for.",
      "Officials said on %d that they were looking for %n people."}},
    {{"The injured were taken to the hospitals of Kelby and Nordvik by helicopter.",
      "Helicopters flew the injured to Kelby and Nordvik.",
      "Hospitals in Kelby and Nordvik took in the injured, %n of them in a critical condition."}},
    {{"The line between Kelby and Nordvik will stay closed for at least %n weeks.",
      "Trains between Kelby and Nordvik will not run for %n weeks, Vestbanen said.",
      "Vestbanen expects to reopen the line in about %n weeks."}},
    {{"Repairs are put at %m million crowns.", "The damage is estimated at %m million crowns.",
      "Rebuilding the line will cost around %m million crowns, an engineer said."}},
    {{"The king sent his condolences to the families.",
      "King Haldor expressed his sympathy to the bereaved.",
      "In a message to the families the king spoke of a national tragedy."}},
    {{"A teacher, Solveig Brandt, who lives beside the line, heard the crash.",
      "Solveig Brandt, a teacher who lives close to the line, was among the first at the scene.",
      "The first to arrive was Solveig Brandt, 51, a teacher from Halvorsby."}},
    {{"“It sounded like thunder that would not stop,” Brandt said.",
      "Brandt said it had sounded \"like thunder that did not stop\".",
      "\"It was like thunder that wouldn't stop,\" she recalled."}},
    {{"The train had left Kelby at 17:40, twelve minutes late.",
      "It had departed from Kelby twelve minutes behind schedule.",
      "The 17:28 from Kelby to Nordvik was running twelve minutes late."}},
    {{"The geologist Per Lund of the University of Nordvik called the slope one of the most "
      "dangerous in the country.",
      "Per Lund, a geologist at Nordvik University, said that few slopes in the country were as "
      "dangerous.",
      "For Per Lund, a geologist, the accident was \"only a matter of time\"."}},
    {{"Sensors on the slope had sent no data since the previous %d.",
      "The sensors there had been out of order since %d.",
      "No data had come from the slope's sensors since %d, a document seen by this newspaper "
      "shows."}},
    {{"The police have opened an investigation for negligence.",
      "Police are investigating whether there was negligence.",
      "Prosecutors in Kelby said that an investigation for negligent homicide was under way."}},
    {{"It is the worst railway accident in the country since 1975, when 27 people died at Tretten.",
      "Not since the collision of 1975, which killed 27, has there been a worse accident on the "
      "railway.",
      "The accident is the deadliest on the country's railways in 46 years."}},
    {{"A service for the victims will be held in Nordvik cathedral on Sunday.",
      "On Sunday the dead will be remembered in the cathedral of Nordvik.",
      "Nordvik's bishop invited to a memorial service on Sunday."}},
    {{"The opposition demanded that %s resign.", "Opposition parties called on %s to step down.",
      "%s should go, the leader of the opposition, Aksel Holm, said."}},
    {{"Shares of Vestbanen fell by %n percent.",
      "Vestbanen's shares lost %n per cent on the Nordvik exchange.",
      "On the stock exchange Vestbanen was down %n percent."}},
};

static const char *const drivers[] = {"Yevhen Kovalchuk", "Evgeny Kovalchuk", "Yevgeniy Kovaltchuk",
                                      "Kovalchuk"};
static const char *const speakers[] = {"Lars Bjornson", "Lars Björnson", "Bjornson"};
static const char *const ministers[] = {"Katarina Weiss", "Catarina Weiss", "Weiss"};
static const char *const days[] = {"Tuesday", "Wednesday", "Thursday", "1 June 2021"};
static const char *const asides[] = {"The village has %m inhabitants.",
                                     "A crane was on its way from the coast on %d.",
                                     "Schools in the valley stayed closed on %d.",
                                     "The road was passable again by %d.",
                                     "Some %m households were without power.",
                                     "Volunteers served soup in the parish hall for %n days.",
                                     "A bus service runs %n times a day in place of the train."};

/* splitmix64 (S. Vigna): a stream of numbers that is the same everywhere. */
static uint64_t next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}
static size_t choose(uint64_t *state, size_t n) { return (size_t)(next(state) % n); }

static void put(FILE *out, const char *wording, uint64_t *state) {
    for (; *wording; wording++) {
        if (*wording != '%') {
            fputc(*wording, out);
            continue;
        }
        switch (*++wording) {
        case 'n': fprintf(out, "%zu", 9 + choose(state, 5)); break;
        case 'm': fprintf(out, "%zu", 150 + 10 * choose(state, 4)); break;
        case 'c': fputs(drivers[choose(state, COUNT(drivers))], out); break;
        case 'u': fputs(speakers[choose(state, COUNT(speakers))], out); break;
        case 's': fputs(ministers[choose(state, COUNT(ministers))], out); break;
        default: fputs(days[choose(state, COUNT(days))], out); break;
        }
    }
    fputc(' ', out);
}

static void write_account(FILE *out, size_t number) {
    uint64_t state = number * 2654435761u + 1;
    fprintf(out, "Train disaster at Halvorsby: report %zu\n\n", number);
    size_t start = choose(&state, 4), n_told = 12 + choose(&state, 12);
    for (size_t i = 0; i < n_told; i++) {
        /* One account in ten tells a stretch in the very words of another. */
        uint64_t copied = (number - number % 10) * 2654435761u + 7 + i, *voice = &state;
        if (number % 10 == 3 && i >= 4 && i < 8) voice = &copied;
        const fact *f = &facts[i == 0 ? 0 : (start + i * 5 + choose(voice, 2)) % COUNT(facts)];
        size_t n = 0;
        while (n < MOST_WORDINGS && f->wordings[n]) n++;
        put(out, f->wordings[choose(voice, n)], voice);
        if (choose(voice, 3) == 0) put(out, asides[choose(voice, COUNT(asides))], voice);
        if (i % 3 == 2) fputs("\n\n", out);
    }
    fputc('\n', out);
}

static void generate(const char *folder, size_t n) {
    if (mkdir(folder, 0755) != 0 && errno != EEXIST) exit((perror(folder), 1));
    char path[4096];
    snprintf(path, sizeof path, "%s/parallax.csv", folder);
    FILE *list = fopen(path, "w");
    if (!list) exit((perror(path), 1));
    fputs("path,source,published,url,title\n", list);
    for (size_t i = 0; i < n; i++) {
        fprintf(list, "%04zu.txt,Paper %zu,2021-06-0%zu,,\n", i, i % 97, 1 + i % 3);
        snprintf(path, sizeof path, "%s/%04zu.txt", folder, i);
        FILE *out = fopen(path, "w");
        if (!out) exit((perror(path), 1));
        write_account(out, i);
        fclose(out);
    }
    fclose(list);
}

typedef struct cost {
    double wall_s, cpu_s, mib;
    int code;
} cost;

static cost run(char *const *arguments, bool one_core) {
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    pid_t child = fork();
    if (child == 0) {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(0, &one);
        if (one_core) sched_setaffinity(0, sizeof one, &one);
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execv(PLX_BINARY_DIR "/parallax", arguments);
        _exit(127);
    }
    int status = 0;
    struct rusage usage;
    wait4(child, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &end);
    return (cost){
        .wall_s =
            (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) * 1e-9,
        .cpu_s = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                 (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6,
        .mib = (double)usage.ru_maxrss / 1024,
        .code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
    };
}

/* The best of `times` runs: the others measure the machine's other work. */
static cost best(char *const *arguments, bool one_core, int times) {
    cost result = run(arguments, one_core);
    for (int i = 1; i < times; i++) {
        cost again = run(arguments, one_core);
        if (again.wall_s < result.wall_s) result.wall_s = again.wall_s;
        if (again.cpu_s < result.cpu_s) result.cpu_s = again.cpu_s;
    }
    return result;
}

static cost dossier(const char *format, const char *input, const char *output, bool one_core,
                    int times) {
    char *arguments[] = {(char[]){"parallax"}, (char[]){"dossier"}, (char[]){"-f"}, strdup(format),
                         (char[]){"-o"},       strdup(output),      strdup(input),  NULL};
    cost c = best(arguments, one_core, times);
    free(arguments[3]);
    free(arguments[5]);
    free(arguments[6]);
    return c;
}

static cost annotate(const char *input, int times) {
    char *arguments[] = {(char[]){"parallax"}, (char[]){"annotate"}, strdup(input), NULL};
    cost c = best(arguments, true, times);
    free(arguments[2]);
    return c;
}

/* The five reports to HTML: as a user runs it, and on one core. */
static int five_reports(const char *output) {
    static const char folder[] = PLX_SHARED_DIR "/accounts/kremlin-2025-04-16";
    struct stat info;
    if (stat(folder, &info) != 0) {
        printf("SKIP: no five reports to set side by side\n");
        return 0;
    }
    cost all = dossier("html", folder, output, false, 20),
         one = dossier("html", folder, output, true, 20);
    printf("five reports to html (limit 50 ms)  all cores: %.1f ms, %.2f of the limit;  one core: "
           "%.1f ms, %.2f of it (cpu %.1f ms), %.0f MiB\n",
           all.wall_s * 1e3, all.wall_s / 0.05, one.wall_s * 1e3, one.wall_s / 0.05,
           one.cpu_s * 1e3, one.mib);
    return all.code != 0 || one.code != 0;
}

static int stories(const char *folder, const char *output) {
    static const size_t sizes[] = {100, 300, 1000};
    double first = 0, last = 0, first_s = 0, last_s = 0;
    int failed = 0;
    printf("generated accounts to json, one core (limits for 1,000: 10 s, 1,024 MiB)\n");
    printf("%8s %9s %10s %9s %22s\n", "accounts", "cpu s", "ms each", "MiB", "cpu to annotate's");
    for (size_t i = 0; i < COUNT(sizes); i++) {
        char input[4200];
        snprintf(input, sizeof input, "%s/story-%zu", folder, sizes[i]);
        generate(input, sizes[i]);
        int times = sizes[i] < 1000 ? 3 : 1;
        cost c = dossier("json", input, output, true, times), a = annotate(input, times);
        printf("%8zu %9.2f %10.2f %9.0f %22.2f\n", sizes[i], c.cpu_s,
               c.cpu_s * 1e3 / (double)sizes[i], c.mib, c.cpu_s / a.cpu_s);
        first = i ? first : (double)sizes[i];
        first_s = i ? first_s : c.cpu_s;
        last = (double)sizes[i];
        last_s = c.cpu_s;
        failed |= c.code != 0 || a.code != 0;
        if (sizes[i] == 1000) {
            printf("1,000 accounts: %.2f of the time limit, %.2f of the memory limit\n",
                   c.cpu_s / 10.0, c.mib / 1024.0);
        }
    }
    printf("growth: time goes with the accounts to the power of %.2f (quadratic: 2)\n",
           log(last_s / first_s) / log(last / first));
    return failed;
}

int main(int argc, char **argv) {
    char folder[4000], out[4096];
    if (argc == 4 && strcmp(argv[1], "--generate") == 0) {
        generate(argv[2], strtoul(argv[3], NULL, 10));
        return 0;
    }
    snprintf(folder, sizeof folder, "%s/bench", PLX_BINARY_DIR);
    mkdir(folder, 0755);
    snprintf(out, sizeof out, "%s/out", folder);
    int failed = five_reports(out);
    failed |= stories(folder, out);
    if (failed) fputs("bench: the program failed on some input\n", stderr);
    return failed;
}
