// Parsing, every second text failing: numbers in ten pairs of brackets, a failure
// passing up through all of them as an exception.
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

constexpr std::size_t TEXTS = 1000;
// Of these.
constexpr int FAILING = 500;
constexpr std::size_t DEPTH = 10;

struct Result {
    std::uint64_t failures;
    std::uint32_t total;
};

// Numbers of nine digits at most, of which the failing ones have a letter behind them.
std::vector<std::string> make_texts() {
    std::vector<std::string> texts;
    std::uint32_t x = 42;
    for (std::size_t i = 0; i < TEXTS; ++i) {
        x = 1664525 * x + 1013904223;
        // 7919 and the number of texts have no divisor in common: each remainder comes once.
        const bool fails = static_cast<int>(7919 * i % TEXTS) < FAILING;
        texts.push_back(std::string(DEPTH, '(') + std::to_string(x % 1000000000) + (fails ? "x" : "") +
                        std::string(DEPTH, ')'));
    }
    return texts;
}

// The number in a text, and one more for each pair of brackets around it. Never put into itself: without
// this a compiler may unfold the recursion, and then fewer calls are made than counted.
[[gnu::noinline]] std::uint32_t parse_text(std::string_view text) {
    if (text.front() == '(') {
        return parse_text(text.substr(1, text.size() - 2)) + 1;
    }
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw std::invalid_argument("not a whole number");
    }
    return value;
}

Result parse_all(const std::vector<std::string> &texts, std::uint64_t count) {
    Result result{0, 0};
    std::size_t next = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        try {
            result.total += parse_text(texts[next]);
        } catch (const std::invalid_argument &) {
            ++result.failures;
        }
        next = next + 1 < texts.size() ? next + 1 : 0;
    }
    return result;
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
        std::cerr << "usage: parse-half <texts>\n";
        return 2;
    }
    const auto texts = make_texts();
    const auto start = std::chrono::steady_clock::now();
    const Result result = parse_all(texts, *size);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << result.failures << '\n' << result.total << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "parse-half: " << error.what() << '\n';
    return 1;
}
