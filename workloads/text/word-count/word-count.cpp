// Word count: how often each word of the standard input occurs, in a std::unordered_map.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <iostream>
#include <istream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t BLOCK = 64 * 1024;

// Finds a word that is still a part of the input, and makes no string for that.
struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

using Counts = std::unordered_map<std::string, std::uint32_t, WordHash, std::equal_to<>>;

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void add_words(Counts &counts, std::string_view text) {
    auto place = std::find_if_not(text.begin(), text.end(), is_space);
    while (place != text.end()) {
        const auto end = std::find_if(place, text.end(), is_space);
        const std::string_view word(&*place, static_cast<std::size_t>(end - place));
        if (const auto known = counts.find(word); known != counts.end()) {
            ++known->second;
        } else {
            counts.emplace(word, 1);
        }
        place = std::find_if_not(end, text.end(), is_space);
    }
}

// Reads a block at a time; a word that a block cuts in two is moved to the front of the next.
Counts count_words(std::istream &input) {
    Counts counts;
    std::vector<char> block(BLOCK);
    std::size_t kept = 0;
    while (input.read(block.data() + kept, static_cast<std::streamsize>(block.size() - kept)) ||
           input.gcount() > 0) {
        const std::string_view text(block.data(), kept + static_cast<std::size_t>(input.gcount()));
        const auto cut = std::find_if(text.rbegin(), text.rend(), is_space).base();
        const auto whole = static_cast<std::size_t>(cut - text.begin());
        add_words(counts, text.substr(0, whole));
        kept = text.size() - whole;
        std::copy(cut, text.end(), block.begin());
        if (kept == block.size()) {
            block.resize(2 * block.size());
        }
    }
    if (input.bad()) {
        throw std::runtime_error("the input cannot be read");
    }
    add_words(counts, std::string_view(block.data(), kept));
    return counts;
}

// The total, the number of words, and a hash of the words in order, each followed by its count.
void print(const Counts &counts) {
    std::vector<std::pair<std::string_view, std::uint32_t>> entries(counts.begin(), counts.end());
    std::sort(entries.begin(), entries.end());
    std::uint32_t total = 0;
    std::uint32_t hash = 0;
    for (const auto &[word, count] : entries) {
        for (const char c : word) {
            hash = 31 * hash + static_cast<unsigned char>(c);
        }
        hash = 31 * hash + count;
        total += count;
    }
    std::cout << total << '\n' << entries.size() << '\n' << hash << '\n';
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: word-count <words> < input\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const auto start = std::chrono::steady_clock::now();
    const Counts counts = count_words(std::cin);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    print(counts);
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "word-count: " << error.what() << '\n';
    return 1;
}
