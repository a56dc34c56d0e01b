"""generate_ris.py COUNT SEED: writes records of RIS, some 1.7 KB each, to standard output; the same for the same seed."""
import random
import sys

SYLLABLES = ("bcdfghklmnprstvw", "aeiou")


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)
    words = ["".join(chance.choice(SYLLABLES[0]) + chance.choice(SYLLABLES[1]) for _ in range(chance.randint(1, 5)))
             for _ in range(4000)]

    def text(number):
        return " ".join(chance.choice(words) for _ in range(number)).capitalize()

    for number in range(count):
        year = chance.randint(1980, 2024)
        lines = ["TY  - JOUR", f"TI  - {text(chance.randint(8, 16))}"]
        lines += [f"AU  - {chance.choice(words).capitalize()}, {chance.choice('ABCDEFGH')}.{chance.choice('JKLM')}."
                  for _ in range(chance.randint(2, 7))]
        lines += [f"T2  - Journal of {text(3)}", f"J2  - J. {text(1)}", f"VL  - {chance.randint(1, 90)}",
                  f"IS  - {chance.randint(1, 12)}", f"SP  - {chance.randint(1, 900)}",
                  f"EP  - {chance.randint(901, 1800)}", f"PY  - {year}",
                  f"DA  - {year}/{chance.randint(1, 12):02}/{chance.randint(1, 28):02}/",
                  f"SN  - {chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}",
                  f"DO  - 10.{chance.randint(1000, 9999)}/{chance.choice(words)}.{year}.{number}",
                  f"AB  - {text(chance.randint(130, 190))}. © {year} {text(2)}"]
        lines += [f"KW  - {text(chance.randint(1, 3))}" for _ in range(chance.randint(3, 8))]
        lines += [f"UR  - https://example.org/{chance.choice(words)}/{number}",
                  f"N1  - Export Date: {chance.randint(1, 28)} May 2024", f"AN  - {30000000 + number}",
                  "LA  - English", "ER  - ", ""]
        sys.stdout.write("\n".join(lines) + "\n")


main()
