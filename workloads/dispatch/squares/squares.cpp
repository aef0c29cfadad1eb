// Sum of the squares of numbers with a remainder of 1 by three, again and again, by an algorithm of the
// standard library.
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <iostream>
#include <numeric>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

constexpr std::size_t LENGTH = 10000;

// Whole numbers below 2^16 from the workloads' generator.
std::vector<std::uint32_t> make_numbers() {
    std::vector<std::uint32_t> values(LENGTH);
    std::uint32_t state = 42;
    for (std::uint32_t &value : values) {
        state = 1664525 * state + 1013904223;
        value = state >> 16;
    }
    return values;
}

std::uint64_t total(const std::vector<std::uint32_t> &values) {
    return std::transform_reduce(
        values.begin(), values.end(), std::uint64_t{0}, std::plus<>(),
        [](std::uint32_t value) { return value % 3 == 1 ? std::uint64_t{value} * value : 0; });
}

// The hash of the totals of all passes. Before each, the next number of the list becomes the number
// of the pass, so that no pass can stand for another.
std::uint32_t run(std::vector<std::uint32_t> &values, std::uint64_t passes) {
    std::uint32_t hash = 0;
    for (std::uint64_t pass = 0; pass < passes; ++pass) {
        values[pass % LENGTH] = static_cast<std::uint32_t>(pass);
        hash = 31 * hash + static_cast<std::uint32_t>(total(values));
    }
    return hash;
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
        std::cerr << "usage: squares <passes>\n";
        return 2;
    }
    auto values = make_numbers();
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t hash = run(values, *size);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << hash << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "squares: " << error.what() << '\n';
    return 1;
}
