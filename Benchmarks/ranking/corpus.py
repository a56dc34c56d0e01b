"""Writes a labelled corpus that is made up by a seed, in the form of ASReview's CSV files.

Usage: corpus.py RECORDS SEED FILE

Each record is a draw of words from a long-tailed vocabulary; records belong to topics, and those that are included share
one topic only in part, so that no single word gives them away. One in twelve has no abstract.
"""

import csv
import random
import sys


def main():
    count, seed, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    chance = random.Random(seed)
    vocabulary = [f"w{number}" for number in range(20_000)]
    topics = [chance.sample(vocabulary[200:6_000], 120) for _ in range(25)]
    target, neighbour = topics[0], topics[1]

    def word(topic, share):
        if chance.random() < share:
            return topic[min(int(chance.paretovariate(0.9)) - 1, len(topic) - 1)]
        return vocabulary[min(int(chance.paretovariate(0.45)) - 1, len(vocabulary) - 1)]

    def text(length, topic, share):
        return " ".join(word(topic, share) for _ in range(length))

    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["record_id", "title", "abstract", "label_included"])
        for number in range(count):
            included = chance.random() < 0.05
            if included:
                topic, share = target, chance.uniform(0, 0.09)
            else:
                topic = neighbour if chance.random() < 0.3 else chance.choice(topics)
                share = chance.uniform(0.05, 0.25)
            length = chance.randint(80, 300) if chance.random() > 1 / 12 else 0
            table.writerow([number + 1, text(chance.randint(6, 16), topic, share * 1.5),
                            text(length, topic, share), int(included)])


main()
