/* The network in C: runs in LANES (64) lanes side by side, each arrow for all lanes, as a C programmer would write it for the
   vectoriser. REAL is double or float. Called with files of doubles; prints the seconds of 5 repetitions. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifndef REAL
#define REAL double
#endif
#ifndef LANES
#define LANES 64
#endif
#define MOST 256

static int variables, steps, edges, from[MOST], to[MOST];
static double step, sign[MOST];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void run(const double *restrict weights, const double *restrict starts, double *restrict out, int runs) {
  static REAL w[MOST][LANES], x[MOST][LANES], z[MOST][LANES], u[MOST][LANES], v[MOST][LANES];
  const REAL dt = (REAL)step;
  for (int first = 0; first < runs; first += LANES) {
    int count = runs - first < LANES ? runs - first : LANES;
    for (int e = 0; e < edges; e++)
      for (int l = 0; l < count; l++) w[e][l] = (REAL)(sign[e] * weights[(long)(first + l) * edges + e]);
    for (int i = 0; i < variables; i++)
      for (int l = 0; l < count; l++) x[i][l] = (REAL)starts[(long)(first + l) * variables + i];
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < variables; i++)
        for (int l = 0; l < LANES; l++) {
          z[i][l] = 2 * x[i][l] - 1;
          u[i][l] = 0;
          v[i][l] = 0;
        }
      for (int e = 0; e < edges; e++) {
        const REAL *restrict a = w[e], *restrict b = z[from[e]];
        REAL *restrict p = u[to[e]], *restrict q = v[to[e]];
        for (int l = 0; l < LANES; l++) {
          REAL f = a[l] * b[l];
          p[l] += f > 0 ? f : 0;
          q[l] -= f < 0 ? f : 0;
        }
      }
      for (int i = 0; i < variables; i++)
        for (int l = 0; l < LANES; l++) {
          REAL a = dt * u[i][l], b = dt * v[i][l];
          x[i][l] = (x[i][l] + a) / (1 + a + b);
        }
    }
    for (int l = 0; l < count; l++)
      for (int i = 0; i < variables; i++) out[(long)(first + l) * variables + i] = x[i][l];
  }
}

static double *doubles(const char *path, long count) {
  double *values = malloc(count * sizeof *values);
  FILE *file = fopen(path, "rb");
  if (!file || !values || fread(values, sizeof *values, count, file) != (size_t)count) exit(1);
  fclose(file);
  return values;
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  FILE *file = fopen(argv[1], "r");
  if (!file || fscanf(file, "%d %d %lf %d", &variables, &steps, &step, &edges) != 4 || edges > MOST) return 1;
  for (int e = 0; e < edges; e++)
    if (fscanf(file, "%d %d %lf", &from[e], &to[e], &sign[e]) != 3) return 1;
  fclose(file);
  int runs = atoi(argv[4]);
  double *weights = doubles(argv[2], (long)runs * edges), *starts = doubles(argv[3], (long)runs * variables);
  double *out = malloc((long)runs * variables * sizeof *out);
  for (int r = 0; r < 5; r++) {
    double start = now();
    run(weights, starts, out, runs);
    printf("%.9f\n", now() - start);
  }
  FILE *result = fopen(argv[5], "wb");
  if (!result || fwrite(out, sizeof *out, (long)runs * variables, result) != (size_t)((long)runs * variables)) return 1;
  fclose(result);
  return 0;
}
