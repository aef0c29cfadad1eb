// Map-reduce: T threads count the words of a share of a text each; the counts are then merged.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <istream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t BLOCK = 64 * 1024;

// All of a stream.
std::string read_all(std::istream &input) {
    std::string text;
    std::vector<char> block(BLOCK);
    while (input.read(block.data(), BLOCK) || input.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(input.gcount()));
    }
    if (input.bad()) {
        throw std::runtime_error("the input cannot be read");
    }
    return text;
}

// Counts by word; the words stay where they are in the text.
using Counts = std::unordered_map<std::string_view, std::uint32_t>;

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Counts count_words(std::string_view text) {
    Counts counts;
    auto place = std::find_if_not(text.begin(), text.end(), is_space);
    while (place != text.end()) {
        const auto end = std::find_if(place, text.end(), is_space);
        ++counts[std::string_view(&*place, static_cast<std::size_t>(end - place))];
        place = std::find_if_not(end, text.end(), is_space);
    }
    return counts;
}

// As many shares as asked for, of about the same length, each ending with a line.
std::vector<std::string_view> cut(std::string_view text, std::size_t number) {
    std::vector<std::string_view> shares;
    std::size_t first = 0;
    for (std::size_t t = 0; t < number; ++t) {
        const std::size_t aim = std::max(first, text.size() * (t + 1) / number);
        const std::size_t line = text.find('\n', aim);
        const std::size_t end = line == std::string_view::npos ? text.size() : line + 1;
        shares.push_back(text.substr(first, end - first));
        first = end;
    }
    return shares;
}

Counts run(std::string_view text, std::size_t threads) {
    const auto shares = cut(text, threads);
    std::vector<Counts> counts(threads);
    {
        std::vector<std::jthread> workers;
        for (std::size_t t = 0; t < threads; ++t) {
            workers.emplace_back([share = shares[t], &own = counts[t]] { own = count_words(share); });
        }
    }
    Counts all = std::move(counts.front());
    for (std::size_t t = 1; t < threads; ++t) {
        for (const auto &[word, count] : counts[t]) {
            all[word] += count;
        }
    }
    return all;
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
    const auto size = argc == 2 || argc == 3 ? parse(argv[1]) : std::nullopt;
    const auto threads = argc == 3 ? parse(argv[2]) : std::optional<std::uint64_t>(1);
    if (!size || !threads) {
        std::cerr << "usage: map-reduce <words> [threads] < input\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const std::string text = read_all(std::cin);
    const auto start = std::chrono::steady_clock::now();
    const Counts counts = run(text, *threads);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    print(counts);
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "map-reduce: " << error.what() << '\n';
    return 1;
}
