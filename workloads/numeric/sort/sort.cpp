// Sorting of floats in ascending order by std::sort.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

// Whole numbers below 2^32, each from two draws of the workloads' generator.
std::vector<double> make_numbers(std::size_t count) {
    std::vector<double> values(count);
    std::uint32_t state = 42;
    const auto draw = [&state] {
        state = 1664525 * state + 1013904223;
        return state >> 16;
    };
    for (double &value : values) {
        const std::uint32_t high = draw();
        value = high << 16 | draw();
    }
    return values;
}

std::uint32_t digest(const std::vector<double> &values) {
    std::uint32_t hash = 0;
    for (const double value : values) {
        hash = 31 * hash + static_cast<std::uint32_t>(value);
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
        std::cerr << "usage: sort <numbers>\n";
        return 2;
    }
    auto values = make_numbers(*size);
    const auto start = std::chrono::steady_clock::now();
    std::sort(values.begin(), values.end());
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << digest(values) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "sort: " << error.what() << '\n';
    return 1;
}
